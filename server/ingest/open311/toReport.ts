import type { Fields } from './Form.ts'
import type { Open311Error } from './Open311Error.ts'
import { z } from 'zod'
import { fixFor } from '../../../shared/events/fixFor.ts'
import { SERVICES } from './services.ts'

const text = (max: number) => z.string().trim().max(max).optional()
const degrees = (most: number) => z.string().trim().regex(/^[+-]?\d{1,3}(\.\d{1,20})?$/, `Give degrees of WGS 84, such as ${most === 90 ? '38.841' : '105.689'}.`)
  .transform(Number).refine(value => Math.abs(value) <= most, `Give degrees from -${most} to ${most}.`).optional()

/** Fields of `POST requests` that are read, beside the key. */
export const reportForm = z.object({
  service_code: z.string().trim().min(1),
  lat: degrees(90),
  long: degrees(180),
  address_string: text(200),
  address_id: z.string().trim().regex(/^\d{15}$/, 'Give the 15 digits of a grid, or lat and long.').optional(),
  email: text(120),
  first_name: text(39),
  last_name: text(39),
  phone: text(40),
  description: text(4000),
  media_url: z.url({ protocol: /^https?$/, error: 'Give an address that begins with https://.' }).max(300).optional(),
})

/**
 * A report as the ways in take it, from the fields of `POST requests`. The place is WGS 84, as the standard says;
 * `address_id` may stand for it: the code of a grid. Fields that are left empty count as absent, those of the standard that nobody
 * here needs (account_id, device_id) are not kept.
 */
export function toReport(fields: Fields, id: string): Record<string, unknown> | Open311Error {
  const parsed = reportForm.safeParse(Object.fromEntries([...fields].filter(([name, value]) => name in reportForm.shape && value.trim() !== '')))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return { code: 400, description: `${issue.path.join('.')}: ${fixFor(issue)}` }
  }
  const { service_code, lat, long, address_id, address_string, description, media_url } = parsed.data
  const service = SERVICES.get(service_code)
  if (!service)
    return { code: 404, description: 'service_code: There is no such service; GET services lists them.' }
  if (address_id === undefined && (lat === undefined || long === undefined))
    return { code: 400, description: 'Give the place: lat and long, or a grid code as address_id. An address alone cannot be found on the map here.' }
  const reporter = reporterOf(parsed.data)
  return {
    type: 'incident.reported',
    source: 'open311',
    id,
    subject: id,
    data: {
      category: service.category,
      ...(service.subcategory && { subcategory: service.subcategory }),
      severity: 'IV',
      channel: 'open311',
      ...(lat !== undefined && long !== undefined ? { place: { lng: long, lat } } : { grid: address_id }),
      ...(description && { description }),
      ...(address_string && { address: address_string }),
      ...(reporter && { reporter }),
      ...(media_url && { photos: [media_url] }),
    },
  }
}

function reporterOf({ first_name, last_name, phone, email }: z.infer<typeof reportForm>): Record<string, string> | undefined {
  const name = nameOf(first_name, last_name)
  const reporter = { ...(name && { name }), ...(phone && { phone }), ...(email && { email }) }
  return Object.keys(reporter).length > 0 ? reporter : undefined
}

function nameOf(first = '', last = ''): string {
  return /\p{Script=Han}/u.test(last) ? last + first : [first, last].filter(Boolean).join(' ')
}
