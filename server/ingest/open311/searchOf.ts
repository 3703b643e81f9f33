import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { Open311Error } from './Open311Error.ts'
import { z } from 'zod'
import { epochOf } from '../../../shared/words/time/time.ts'
import { SERVICES } from './services.ts'

const DAY_MS = 86_400_000
/** The standard's default, where no dates are given. */
const DEFAULT_MS = 90 * DAY_MS
const MOST_NAMES = 1000

/** What `GET requests` asks for. */
export interface Search {
  ids?: ReadonlySet<string>
  services?: ReadonlySet<string>
  statuses?: ReadonlySet<string>
  from: EpochMs
  to: EpochMs
}

/** A parameter that stands several times means what a comma means. */
const list = z.union([z.string(), z.array(z.string())]).transform(value => names(String(value)))
  .refine(values => values.length > 0 && values.length <= MOST_NAMES, `Give 1 to ${MOST_NAMES} values, separated by commas.`)

const query = z.object({
  service_request_id: list.optional(),
  service_code: list.optional(),
  status: list.refine(values => values.every(value => value === 'open' || value === 'closed'), 'Give open or closed.').optional(),
  start_date: z.string().optional(),
  end_date: z.string().optional(),
})

/** The search that a query names, or what is wrong with it. Ids override everything else, as the standard says. */
export function searchOf(input: unknown, now: EpochMs, zoneMs: number): Search | Open311Error {
  const parsed = query.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return wrong(`${issue.path.join('.')}: ${issue.message}`)
  }
  const { service_request_id, service_code, status, start_date, end_date } = parsed.data
  if (service_request_id)
    return { ids: new Set(service_request_id), from: -Infinity, to: Infinity }
  if (service_code?.some(code => !SERVICES.has(code)))
    return { code: 404, description: 'service_code: There is no such service; GET services lists them.' }
  const to = end_date === undefined ? Infinity : toEpoch(end_date, zoneMs, DAY_MS - 1)
  const from = start_date === undefined ? Math.min(to, now) - DEFAULT_MS : toEpoch(start_date, zoneMs, 0)
  if (Number.isNaN(from) || Number.isNaN(to))
    return wrong(`${Number.isNaN(from) ? 'start_date' : 'end_date'}: Give a date and time such as 2026-11-24T14:32:07+08:00.`)
  if (from > to)
    return wrong('end_date: It lies before start_date.')
  return { from, to, ...(service_code && { services: new Set(service_code) }), ...(status && { statuses: new Set(status) }) }
}

/** W3C date and time; a day alone is a day of the district, from its first or to its last moment. */
function toEpoch(text: string, zoneMs: number, dayMs: number): number {
  // In a query an unescaped + arrives as a space.
  const right = text.trim().replace(/ (\d{2}:\d{2})$/, '+$1')
  if (/^\d{4}-\d{2}-\d{2}$/.test(right))
    return epochOf(`${right}T00:00:00Z`) - zoneMs + dayMs
  return epochOf(right.replace(/(T\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})$/i, '$1:00$2'))
}

function names(text: string): string[] {
  return [...new Set(text.split(',').map(part => part.trim()).filter(Boolean))]
}

function wrong(description: string): Open311Error {
  return { code: 400, description }
}
