import type { Request } from 'express'
import type { Scope } from '../../shared/protocol/subscribe.ts'
import { z } from 'zod'
import { audience } from '../../shared/words/Audience.ts'
import { regionCode } from '../../shared/words/codes.ts'

/** The scope that a query names (`audience`, default screen; `region`, default the whole district), or what is wrong with it. */
export function scopeOf({ query }: Request, district: string): Scope | { wrong: string } {
  const parsed = z.object({ audience: audience.default('screen'), region: regionCode.default(district) }).safeParse(query)
  if (parsed.success)
    return parsed.data
  const { path, message } = parsed.error.issues[0]!
  return { wrong: `${path.join('.')}: ${message}` }
}
