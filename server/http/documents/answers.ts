import { z } from 'zod'
import { refusalReason } from '../../../shared/events/refusal.ts'
import { cursor } from '../../../shared/protocol/cursor.ts'
import { workerPosition } from '../../../shared/protocol/workerPosition.ts'

/** Shapes of the answers, for the documents. */

export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('what is wrong and how to mend it'),
  reason: refusalReason.optional(),
}).meta({ id: 'Problem', description: 'RFC 9457' })

export const resultsAnswer = z.object({
  results: z.array(z.union([
    z.object({ accepted: z.literal(true), id: z.string(), entry: z.string().describe('its place in the log'), duplicate: z.literal(true).optional() }),
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
  log: z.enum(['up', 'down']),
  lagMs: z.number(),
  home: z.enum(['redis', 'embedded']),
  durability: z.enum(['accepted', 'durable', 'replicated']).describe('the highest that this log offers'),
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
