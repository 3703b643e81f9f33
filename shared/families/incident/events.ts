import { z } from 'zod'
import { PARKABLE } from '../../domain/stages.ts'
import { category, subcategory } from '../../words/category/category.ts'
import { checklistItem } from '../../words/checklistItem.ts'
import { CONTACT_FIELDS } from '../../words/contact.ts'
import { duration, instant } from '../../words/time/timeSchemas.ts'
import { level } from '../../words/level.ts'
import { gridCode } from '../../words/codes.ts'
import { role } from '../../words/role.ts'
import { severity } from '../../words/severity.ts'
import { classed } from '../../events/fieldClass.ts'
import { place } from '../../events/place.ts'

const channel = z.enum(['hotline', 'app', 'patrol', 'desk', 'open311', 'device', 'visit', 'petition'])
const attachmentType = z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])
const note = classed(z.string().max(4000).optional(), 'personal', 'free text of the one who acts, up to 4,000 characters')
const unit = classed(z.string().max(80).optional(), 'internal', 'unit that holds the matter from now on, such as “南环街道综合执法队”')
const reason = <const R extends [string, ...string[]]>(...reasons: R) => classed(z.enum(reasons), 'internal', 'why')
const authority = classed(z.string().min(1).max(80).optional(), 'internal', 'who allowed it: seat, post or unit')
const oneUnit = (description: string) => classed(z.string().min(1).max(80), 'internal', description)
const byRole = (description: string) => classed(role.optional(), 'public', description)
const chainNumber = classed(z.number().int().min(1).max(99), 'public', 'number in the chain of upward reports, from 1')

/** An engine that was away decides late: the event says when it would have been. */
const fellDue = classed(instant.optional(), 'public', 'when it fell due, where it was decided more than a minute later')

const reporter = z.looseObject({
  name: classed(z.string().max(80).optional(), 'contact', 'name of the caller', 'name'),
  phone: classed(z.string().max(40).optional(), 'contact', 'telephone of the caller', 'phone'),
  email: classed(z.string().max(120).optional(), 'contact', 'e-mail of the caller', 'email'),
  identityNumber: classed(z.string().max(40).optional(), 'sensitive', 'identity number; stays in the log'),
})

const building = classed(z.string().max(64).optional(), 'internal', 'id of the building or dwelling that was chosen, as in buildings.geojson')
const placeName = classed(z.string().max(120).optional(), 'internal', 'what that place is called')

const reported = z.looseObject({
  category: classed(category, 'public', 'category 大类'),
  subcategory: classed(subcategory.optional(), 'public', 'subcategory 小类; a wall shows its word in place of the title'),
  severity: classed(severity, 'public', 'severity; IV if in doubt'),
  channel: classed(channel, 'public', 'way it came: hotline 12345, app of the region, patrol of a grid worker …'),
  level: classed(level.optional(), 'public', 'level that looks at it first; default grid'),
  title: classed(z.string().min(1).max(200).optional(), 'personal', 'free text: what it is, in one line'),
  description: classed(z.string().max(4000).optional(), 'personal', 'free text: what was said, up to 4,000 characters'),
  place: classed(place.optional(), 'public', 'where; this or grid, one of them', 'coarse'),
  grid: classed(gridCode.optional(), 'public', 'grid code; this or place, one of them'),
  address: classed(z.string().max(200).optional(), 'personal', 'address in words'),
  building,
  placeName,
  reporter: classed(reporter.optional(), 'personal', 'the caller'),
  photos: classed(z.array(z.string().max(300)).max(20).optional(), 'personal', 'addresses of photos'),
}).refine(data => (data.place === undefined) !== (data.grid === undefined), { path: ['place'], error: 'give place or grid, one of them' })

const count = (description: string) => classed(z.number().int().min(0).optional(), 'public', description)

/** A matter that ended long ago and has left the state comes back into it as it ended, so that it can be reopened. */
const recalled = z.looseObject({
  stage: classed(z.enum(['rejected', 'closed', 'evaluated']), 'public', 'stage at which it ended'),
  grid: classed(gridCode, 'public', 'grid code'),
  place: classed(place.optional(), 'public', 'where', 'coarse'),
  category: classed(category, 'public', 'category 大类'),
  subcategory: classed(subcategory.optional(), 'public', 'subcategory 小类'),
  severity: classed(severity, 'public', 'severity'),
  channel: classed(channel, 'public', 'way it came'),
  level: classed(level, 'public', 'level that held it last'),
  reported: classed(instant, 'public', 'when it was reported'),
  opened: classed(z.string().regex(/^\d{1,16}-\d{1,20}$/), 'public', 'entry that reported it'),
  version: classed(z.number().int().min(1), 'public', 'number of events so far'),
  settledLevel: classed(level.optional(), 'public', 'level that settled it'),
  onTime: classed(z.boolean().optional(), 'public', 'whether in time'),
  satisfied: classed(z.boolean().optional(), 'public', 'whether the caller was satisfied'),
  returns: count('returns so far'),
  reopens: count('times it was reopened so far'),
  escalations: count('escalations so far'),
  duplicates: count('matters that were merged into it'),
  attached: count('attachments'),
  reports: count('number of the last upward report'),
  reportReceived: count('number of the last one that was received'),
  reportKind: classed(z.enum(['first', 'follow-up', 'final']).optional(), 'public', 'kind of the last one'),
  title: classed(z.string().max(200).optional(), 'personal', 'free text: what it is, in one line'),
  description: classed(z.string().max(4000).optional(), 'personal', 'free text: what was said'),
  address: classed(z.string().max(200).optional(), 'personal', 'address in words'),
  building,
  placeName,
  reporter: classed(reporter.optional(), 'personal', 'the caller'),
  unit,
  attachments: classed(z.array(z.looseObject({ id: z.string(), mediaType: attachmentType, bytes: z.number().int() })).max(20).optional(), 'internal', 'files of it that are kept'),
})

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
  'incident.acknowledged': z.looseObject({
    unit,
    for: classed(z.string().min(1).max(80).optional(), 'internal', 'unit or staff id that is signed for 代签, where another than the holder signs'),
    word: classed(z.string().min(1).max(80).optional(), 'personal', 'on whose word it is signed for another'),
    note,
  }),
  'incident.handling': z.looseObject({ note }),
  'incident.returned': z.looseObject({ reason: reason('not-ours', 'not-enough-information', 'beyond-capacity', 'wrong-place', 'repeat'), unit: classed(z.string().max(80).optional(), 'internal', 'unit that returns it; default the one that holds it'), note }),
  'incident.extended': z.looseObject({ by: classed(duration, 'public', 'time added to the limit'), authority, note }),
  'incident.parked': z.looseObject({
    reason: reason('season', 'law-suit', 'funds', 'other-authority', 'weather'),
    until: classed(instant.optional(), 'public', 'when it is looked at again'),
    authority,
    note,
  }),
  'incident.resumed': z.looseObject({
    to: classed(z.enum(PARKABLE).optional(), 'public', 'stage at which it goes on: the one it was parked at; default handling'),
    note,
  }),
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
    reason: reason('limit-passed', 'not-acknowledged', 'beyond-capacity', 'grave', 'returned-too-often', 'ordered'),
    passed: classed(z.array(level).max(3).optional(), 'public', 'levels that were passed over, because nobody is on duty there'),
    fellDue,
    note,
  }),
  'incident.supervised': z.looseObject({
    card: classed(z.enum(['yellow', 'red']).optional(), 'public', 'card shown with the order 督办'),
    due: classed(instant.optional(), 'public', 'date set by the order'),
    reason: classed(z.enum(['limit-passed', 'not-acknowledged', 'returned-too-often', 'ordered']).optional(), 'internal', 'why'),
    by: byRole('who orders it'),
    fellDue,
    note,
  }),
  'incident.commented': z.looseObject({ text: classed(z.string().min(1).max(4000), 'personal', 'what was said') }),
  'incident.warned': z.looseObject({
    clock: classed(z.enum(['intake', 'acknowledge', 'settle']), 'public', 'limit whose warning threshold has passed'),
    level: classed(level.optional(), 'public', 'level at which it runs; default the level that holds it'),
    fellDue,
  }),
  'incident.call-passed': z.looseObject({
    to: classed(z.enum(['next-on-duty', 'lead']), 'public', 'who is called now, because the one before did not sign for it'),
    seat: classed(z.string().min(1).max(80).optional(), 'internal', 'seat, post or staff id that is called now'),
    fellDue,
  }),
  'incident.sent-down': z.looseObject({
    to: classed(level, 'public', 'level it goes down to'),
    reason: reason('within-capacity', 'wrong-level', 'ordered'),
    note,
  }),
  'incident.ruled': z.looseObject({
    ruling: classed(z.enum(['upheld', 'overruled']), 'public', 'ruling 裁定 on the return: upheld, another holder is found; overruled, it goes back to the one who returned it'),
    by: byRole('who ruled'),
    note,
  }),
  'incident.whistled': z.looseObject({
    units: classed(z.array(z.string().min(1).max(80)).min(1).max(20), 'internal', 'units that are called to the place 吹哨'),
    note,
  }),
  'incident.unit-arrived': z.looseObject({ unit: oneUnit('unit that has arrived 报到; one of those called'), note }),
  'incident.led': z.looseObject({ unit: oneUnit('lead unit of a matter across units'), by: byRole('who named it'), note }),
  'incident.reclassified': z.looseObject({
    category: classed(category.optional(), 'public', 'category 大类 from now on'),
    subcategory: classed(subcategory.optional(), 'public', 'subcategory 小类 from now on'),
    severity: classed(severity.optional(), 'public', 'severity from now on'),
    note,
  }).refine(data => data.category !== undefined || data.subcategory !== undefined || data.severity !== undefined, { path: ['category'], error: 'give category, subcategory or severity' }),
  'incident.report-sent': z.looseObject({
    kind: classed(z.enum(['first', 'follow-up', 'final']), 'public', 'first 初报, follow-up 续报, final 终报'),
    number: chainNumber,
    by: classed(z.enum(['phone', 'writing']), 'public', 'by telephone or in writing'),
    to: oneUnit('office that is told, such as the banner government’s duty room'),
    text: classed(z.string().max(8000).optional(), 'personal', 'what was reported'),
  }),
  'incident.report-received': z.looseObject({
    number: chainNumber,
    by: classed(z.string().min(1).max(80).optional(), 'personal', 'who took it'),
    note,
  }),
  'incident.ticked': z.looseObject({
    item: classed(checklistItem, 'internal', 'item of the checklist'),
    done: classed(z.boolean(), 'internal', 'false takes the tick away'),
  }),
  'incident.attached': z.looseObject({
    attachment: classed(z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in hexadecimal'), 'internal', 'SHA-256 of its bytes, its name in the store'),
    mediaType: classed(attachmentType, 'internal', 'media type by its first bytes'),
    bytes: classed(z.number().int().min(1).max(10 * 1024 * 1024), 'internal', 'size'),
    note,
  }),
  'incident.joined': z.looseObject({
    from: classed(z.string().min(1).max(128), 'public', 'id of the incident that was merged into this one', 'public-id'),
    since: classed(instant.optional(), 'public', 'start of its running limit, where that is the earlier one: one matter has one clock'),
  }),
  'incident.unmerged': z.looseObject({ note }),
  'incident.parted': z.looseObject({
    from: classed(z.string().min(1).max(128), 'public', 'id of the incident that was merged into this one and is not any more', 'public-id'),
    since: classed(instant.optional(), 'public', 'start of its running limit from now on, where merging had moved it'),
  }),
  'incident.revealed': z.looseObject({
    fields: classed(z.array(z.enum(CONTACT_FIELDS)).min(1).max(CONTACT_FIELDS.length), 'internal', 'fields of the class contact that were shown to the actor'),
    why: classed(z.string().min(1).max(200), 'internal', 'what for'),
  }),
  'incident.recalled': recalled,
} as const
