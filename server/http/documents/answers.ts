import type { IndicatorId } from '../../../shared/indicators/indicators.ts'
import { z } from 'zod'
import { commandRefusal } from '../../../shared/commands/CommandRefusal.ts'
import { audience } from '../../../shared/words/Audience.ts'
import { refusalReason } from '../../../shared/events/refusal.ts'
import { level } from '../../../shared/words/level.ts'
import { severity } from '../../../shared/words/severity.ts'
import { DUES } from '../../../shared/indicators/Due.ts'
import { FIGURE_WORDS } from '../../../shared/indicators/Figure.ts'
import { INDICATORS } from '../../../shared/indicators/indicators.ts'
import { WINDOWS } from '../../../shared/indicators/Window.ts'
import { cursor } from '../../../shared/protocol/cursor.ts'
import { durability } from '../../../shared/protocol/durability.ts'
import { openEvent } from '../../../shared/protocol/openEvent.ts'
import { STREAMS } from '../../../shared/words/stream.ts'
import { workerPosition } from '../../../shared/protocol/workerPosition.ts'

/** Shapes of the answers, for the documents. */

export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('what is wrong and how to mend it'),
  reason: z.union([refusalReason, z.enum(['host', 'origin'])]).optional().describe('`host`: asked under a name that is not ours; `origin`: a page of another site'),
}).meta({ id: 'Problem', description: 'RFC 9457' })

/** A command that is refused, as the answer to a whole request. */
export const refusedAnswer = commandRefusal.extend({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string(), accepted: z.literal(false) })
  .meta({ id: 'RefusedCommand', description: 'RFC 9457, with the reason and who was first' })

const explained = z.object({
  clock: z.enum(['intake', 'acknowledge', 'settle']),
  severity,
  level,
  limitMs: z.number(),
  time: z.enum(['working', 'calendar']),
  workingDayMs: z.number().optional(),
  startedAt: z.number(),
  extendedMs: z.number(),
  parkedMs: z.number(),
  parkedSince: z.number().optional(),
  warnAt: z.number().optional(),
  dueAt: z.number().optional(),
}).meta({ id: 'ExplainedLimit', description: 'a limit as data for words; lengths in ms, moments in epoch ms' })

export const incidentAnswer = z.object({
  at: z.number().describe('server clock, epoch ms'),
  incident: z.looseObject({ id: z.string(), entry: z.string().describe('version that a command names'), stage: z.string(), level }),
  limit: explained.optional(),
  acknowledge: explained.optional().describe('limit for sign-for, while somebody is called'),
  report: z.object({ kind: z.enum(['first', 'follow-up', 'final']), by: z.enum(['phone', 'writing']), dueAt: z.number() }).optional().describe('upward report that is due next'),
  duplicates: z.array(z.object({ id: z.string(), stage: z.string(), metres: z.number().optional(), ms: z.number() })),
}).meta({ id: 'IncidentDetail' })

const share = z.object({ part: z.number(), whole: z.number(), share: z.number().optional() })

export const indicatorsAnswer = z.object({
  at: z.number(),
  region: z.string(),
  indicators: z.array(z.object({
    id: z.enum(Object.keys(INDICATORS) as [IndicatorId, ...IndicatorId[]]),
    streams: z.array(z.enum(STREAMS)).describe('what it is computed from'),
    window: z.enum(WINDOWS).describe('`now` this moment; `hour` the 60 minutes before it; `day` the running hour and the 23 before it, `dayAgainstBefore` against the 24 before those; `today` local midnight until now, `todayByNow` against the day before until the same time, `yesterdayByNow` that alone; `sixHours` the running hour and the 5 before it; `twoDays` 48 hours; `threeDays` the running local day and the two before it'),
    due: z.enum(DUES).describe('what becomes of open matters that are not yet due: not counted, for only what was closed is, or only what is past its limit; counted; or they do not matter'),
    figures: z.array(z.object({ word: z.enum(FIGURE_WORDS), value: z.number() })).describe('its parts; empty for a measure of each grid'),
  })).describe('every number that this build shows, as its screens show it'),
  rates: z.record(z.string(), z.union([z.object({ now: share, before: share }), share, z.object({ now: z.number().optional(), before: z.number().optional() })])),
  minutesTaken: z.record(z.string(), z.object({ count: z.number(), mean: z.number().optional(), p90: z.number().optional() })),
  withoutLead: z.array(z.object({ id: z.string(), whistledAt: z.number(), arrived: z.number() })),
  returnsByUnit: z.array(z.object({ unit: z.string(), returns: z.number(), matters: z.number() })),
}).meta({ id: 'Indicators' })

export const timelineAnswer = z.object({
  incident: z.string(),
  version: z.number().describe('number of events that made the matter what it is'),
  whole: z.boolean().describe('false: the history is longer than what is sent'),
  earlier: z.object({ count: z.number(), before: z.string() }).optional().describe('so many older ones are left out, and stand before this entry; moves of them may be told all the same'),
  later: z.object({ count: z.number(), after: z.string() }).optional().describe('so many newer ones are left out, and stand after this entry'),
  events: z.array(openEvent),
}).meta({ id: 'Timeline' })

export const resultsAnswer = z.object({
  results: z.array(z.union([
    z.object({ accepted: z.literal(true), id: z.string(), entry: z.string().describe('its place in the log'), reached: durability, duplicate: z.literal(true).optional() }),
    z.object({ accepted: z.literal(false), reason: refusalReason, path: z.string(), message: z.string().describe('how to mend it') }),
  ])).describe('one for each event, in order'),
}).meta({ id: 'Results' })

export const stateAnswer = z.object({
  cursor,
  at: z.number().describe('server clock, epoch ms'),
  fold: z.string(),
  digest: z.string().describe('of the state, equal for all clients of the scope'),
  state: z.looseObject({}).describe('for fromSnapshot of dist/fold.js'),
  positions: z.array(workerPosition),
  heard: z.record(z.string(), z.number()).describe('per stream, when its newest entry reached the log, epoch ms'),
}).meta({ id: 'State' })

export const districtAnswer = z.looseObject({
  code: z.string(),
  version: z.string(),
  regions: z.array(z.looseObject({})),
  grids: z.array(z.looseObject({})).describe('GeoJSON features, WGS 84'),
}).meta({ id: 'District' })

export const readyAnswer = z.object({
  log: z.enum(['up', 'read-only', 'down']).describe('read-only: it is read, but refused the last write of anybody; down: it cannot be read'),
  lagMs: z.number(),
  home: z.enum(['redis', 'embedded']),
  durability: durability.describe('the highest that this log offers now'),
  reason: z.string().optional(),
}).meta({ id: 'Ready' })

export const rejectedAnswer = z.object({
  rejected: z.object({
    counts: z.record(z.string(), z.number()),
    newest: z.array(z.object({ stream: z.string(), entry: z.string(), type: z.string().optional(), reason: refusalReason, path: z.string(), message: z.string() })),
  }),
  notUnderstood: z.object({
    counts: z.record(z.string(), z.number()),
    newest: z.array(z.object({ stream: z.string(), entry: z.string(), type: z.string() })),
  }),
}).meta({ id: 'Rejected' })

export const settingsAnswer = z.object({
  version: z.string(),
  protocol: z.number(),
  fold: z.string(),
  mapboxToken: z.string().optional(),
  mapStyle: z.string().optional().describe('address of the site’s own style'),
}).meta({ id: 'Settings' })

export const webhooksAnswer = z.object({
  targets: z.array(z.object({
    name: z.string(),
    url: z.string().describe('without its query'),
    types: z.array(z.string()),
    region: z.string().optional(),
    audience,
    isBehind: z.boolean().describe('whether there is something it has not been told of'),
    delivered: z.number().describe('since this server started'),
    failures: z.number().describe('attempts that failed since this server started'),
    lastDelivered: z.string().optional(),
    lastFailure: z.object({ at: z.string(), reason: z.string() }).optional(),
    deadLetters: z.object({ count: z.number(), newest: z.array(z.object({ at: z.string(), id: z.string(), type: z.string(), reason: z.string(), attempts: z.number() })) }),
  })),
}).meta({ id: 'Webhooks' })
