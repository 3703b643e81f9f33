import type { IncomingHttpHeaders } from 'node:http'
import { originOf } from './originOf.ts'

/**
 * Whether a page of another origin asks (S3). Programs and phones send none of the three headers. `Sec-Fetch-Site` is said by
 * the browser alone, so its word counts first; `Referer` is looked at only where an older browser says nothing else.
 *
 * @param own origins that are this server's
 */
export function isForeignPage({ origin, referer, 'sec-fetch-site': site }: IncomingHttpHeaders, own: readonly (string | undefined)[]): boolean {
  if (site === 'cross-site' || site === 'same-site')
    return true
  const page = origin ?? (site === undefined ? referer : undefined)
  if (page === undefined)
    return false
  const from = originOf(page)
  return from === undefined || !own.includes(from)
}
