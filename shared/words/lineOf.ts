import { z } from 'zod'

/** One line of text of 1 to `max` characters (code points, as zod counts), without control characters and without halves of surrogate pairs, which no home of the log can keep. */
export function lineOf(max: number): z.ZodString {
  return z.string().min(1).max(max).regex(/^[^\u0000-\u001F\u007F\uD800-\uDFFF]+$/u, 'no control characters')
}
