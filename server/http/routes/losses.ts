import type { Addresses } from '../Addresses.ts'
import type { LossReason } from '../../../shared/protocol/desk/lossAnswer.ts'
import type { Losses } from '../../desk/Losses.ts'
import type { EventRate } from '../../ingest/EventRate.ts'
import { acted } from '../acted.ts'

const STATUS: Record<LossReason, number> = {
  'bad-request': 422,
  'unknown-seat': 403,
  'unknown-loss': 404,
  'already-signed': 409,
  'log-away': 503,
}

/** What the log lost (T11, T12): `GET /api/v1/losses` lists it, `POST /api/v1/losses` signs for it. */
export function losses(addresses: Addresses, { losses, rate }: { losses: Losses; rate: EventRate }): void {
  addresses.add('/api/v1/losses', { GET: async (_request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    response.json({ losses: await losses.newest() })
  }, POST: acted(rate, body => losses.sign(body), reason => STATUS[reason]) })
}
