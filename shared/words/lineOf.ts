import { z } from 'zod'

/** One line of text of at most `max` characters, without control characters. */
export function lineOf(max: number): z.ZodString {
  return z.string().min(1).max(max).regex(/^[^\u0000-\u001F\u007F]+$/u, 'no control characters')
}
