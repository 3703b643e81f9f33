import type { Request } from 'express'
import type { Stretch } from '../commands/Histories.ts'
import { z } from 'zod'

const MOST = 500
const limit = `Give limit a whole number from 1 to ${MOST}.`

/** Query of a page of history. */
export const stretchQuery = z.object({
  before: position('before').optional().describe('the events just before this entry'),
  after: position('after').optional().describe('the events just after this entry; 0-0 begins at the beginning'),
  limit: z.string(limit).regex(/^\d{1,3}$/, limit).transform(Number).refine(n => n >= 1 && n <= MOST, limit).optional().describe(`how many at most, 1–${MOST}, default 100; alone: so many of the newest`),
})

/** The stretch that a query names; undefined where it names none; or what is wrong with it, by field. */
export function stretchOf({ query }: Request): Stretch | undefined | { wrong: string; path: string } {
  const parsed = stretchQuery.safeParse(query)
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues as [z.core.$ZodIssue]
    return { wrong: message, path: path.join('.') }
  }
  const { before, after, limit } = parsed.data
  if (before !== undefined && after !== undefined)
    return { wrong: 'Give before or after, one of them.', path: 'after' }
  return before === undefined && after === undefined && limit === undefined ? undefined : { before, after, limit: limit ?? 100 }
}

function position(name: string): z.ZodString {
  const fix = `Give ${name} the place of one entry, such as 1732432432000-0; 0-0 is before everything.`
  return z.string(fix).regex(/^\d{1,15}-\d{1,20}$/, fix)
}
