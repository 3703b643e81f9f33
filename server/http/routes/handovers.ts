import type { Addresses } from '../Addresses.ts'
import type { Handovers } from '../../desk/Handovers.ts'
import type { EventRate } from '../../ingest/EventRate.ts'
import type { HandoverReason } from '../../../shared/protocol/desk/handoverAnswer.ts'
import { acted } from '../acted.ts'

const STATUS: Record<HandoverReason, number> = {
  'bad-request': 422,
  'unknown-seat': 403,
  'same-seat': 422,
  'other-handover': 409,
  'unacknowledged': 409,
  'unowned': 409,
  'reports-due': 409,
  'log-away': 503,
}

/** Handover of a shift (U1–U3): `GET /api/v1/handover` drafts it, `POST /api/v1/handovers` signs it for one seat, `GET /api/v1/handovers` lists those that are kept, without their lines; with `waiting` the one that waits for a signature, with `id` that one, whole. */
export function handovers(addresses: Addresses, { handovers, rate }: { handovers: Handovers; rate: EventRate }): void {
  addresses.add('/api/v1/handover', { GET: async (_request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    response.json(await handovers.draft())
  } })

  addresses.add('/api/v1/handovers', { GET: async ({ query }, response) => {
    response.setHeader('Cache-Control', 'no-store')
    response.json({ handovers: query.waiting !== undefined ? await handovers.waiting() : typeof query.id === 'string' ? await handovers.one(query.id) : await handovers.newest() })
  }, POST: acted(rate, body => handovers.sign(body), reason => STATUS[reason]) })
}
