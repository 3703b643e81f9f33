import { z } from 'zod'
import { category, subcategory } from '../words/category.ts'
import { duration } from '../words/duration.ts'
import { level } from '../words/level.ts'
import { gridCode } from '../words/regionCode.ts'
import { severity } from '../words/severity.ts'
import { instant } from '../words/time.ts'
import { classed } from './fieldClass.ts'
import { place } from './place.ts'

const note = classed(z.string().max(4000).optional(), 'personal', 'free text of the one who acts, up to 4,000 characters')
const unit = classed(z.string().max(80).optional(), 'internal', 'unit that holds the matter from now on, such as “南环街道综合执法队”')
const reason = <const R extends [string, ...string[]]>(...reasons: R) => classed(z.enum(reasons), 'internal', 'why')

const reporter = z.looseObject({
  name: classed(z.string().max(80).optional(), 'personal', 'name of the caller'),
  phone: classed(z.string().max(40).optional(), 'personal', 'telephone of the caller'),
  email: classed(z.string().max(120).optional(), 'personal', 'e-mail of the caller'),
  identityNumber: classed(z.string().max(40).optional(), 'sensitive', 'identity number; stays in the log'),
})

const reported = z.looseObject({
  category: classed(category, 'public', 'category 大类'),
  subcategory: classed(subcategory.optional(), 'public', 'subcategory 小类; a wall shows its word in place of the title'),
  severity: classed(severity, 'public', 'severity; IV if in doubt'),
  channel: classed(z.enum(['hotline', 'app', 'patrol', 'desk', 'open311', 'device', 'visit', 'petition']), 'public', 'way it came: hotline 12345, app of the region, patrol of a grid worker …'),
  level: classed(level.optional(), 'public', 'level that looks at it first; default grid'),
  title: classed(z.string().min(1).max(200).optional(), 'personal', 'free text: what it is, in one line'),
  description: classed(z.string().max(4000).optional(), 'personal', 'free text: what was said, up to 4,000 characters'),
  place: classed(place.optional(), 'public', 'where; this or grid, one of them', 'coarse'),
  grid: classed(gridCode.optional(), 'public', 'grid code; this or place, one of them'),
  address: classed(z.string().max(200).optional(), 'personal', 'address in words'),
  reporter: classed(reporter.optional(), 'personal', 'the caller'),
  photos: classed(z.array(z.string().max(300)).max(20).optional(), 'personal', 'addresses of photos'),
}).refine(data => (data.place === undefined) !== (data.grid === undefined), { path: ['place'], error: 'give place or grid, one of them' })

/** Events of the stream `incident`; the subject is the incident's id. */
export const incidentEvents = {
  'incident.reported': reported,
  'incident.accepted': z.looseObject({ unit, note }),
  'incident.rejected': z.looseObject({ reason: reason('not-ours', 'not-true', 'no-place', 'repeat', 'withdrawn'), note }),
  'incident.dispatched': z.looseObject({
    level: classed(level.optional(), 'public', 'level that handles it; default as it is'),
    unit,
    assignee: classed(z.string().max(64).optional(), 'internal', 'staff id of the one who is sent'),
    note,
  }),
  'incident.acknowledged': z.looseObject({ unit, note }),
  'incident.handling': z.looseObject({ note }),
  'incident.returned': z.looseObject({ reason: reason('not-ours', 'not-enough-information', 'beyond-capacity', 'wrong-place', 'repeat'), note }),
  'incident.extended': z.looseObject({ by: classed(duration, 'public', 'time added to the limit'), note }),
  'incident.parked': z.looseObject({
    reason: reason('season', 'law-suit', 'funds', 'other-authority', 'weather'),
    until: classed(instant.optional(), 'public', 'when it is looked at again'),
    note,
  }),
  'incident.resumed': z.looseObject({ note }),
  'incident.feedback': z.looseObject({ note }),
  'incident.checking': z.looseObject({ note }),
  'incident.rework': z.looseObject({ reason: reason('not-done', 'partly-done', 'came-back'), note }),
  'incident.closed': z.looseObject({
    level: classed(level.optional(), 'public', 'level at which it was settled; default the level that holds it'),
    note,
  }),
  'incident.evaluated': z.looseObject({ satisfied: classed(z.boolean(), 'public', 'whether the caller was satisfied'), note }),
  'incident.merged': z.looseObject({ into: classed(z.string().min(1).max(128), 'public', 'id of the incident that goes on', 'public-id'), note }),
  'incident.reopened': z.looseObject({ reason: reason('came-back', 'low-rating', 'error'), note }),
  'incident.escalated': z.looseObject({
    to: classed(level, 'public', 'level it goes up to'),
    reason: reason('limit-passed', 'beyond-capacity', 'grave', 'returned-too-often', 'ordered'),
    note,
  }),
  'incident.supervised': z.looseObject({
    card: classed(z.enum(['yellow', 'red']).optional(), 'public', 'card shown with the order 督办'),
    due: classed(instant.optional(), 'public', 'date set by the order'),
    note,
  }),
  'incident.commented': z.looseObject({ text: classed(z.string().min(1).max(4000), 'personal', 'what was said') }),
} as const
