import type { Addresses } from '../Addresses.ts'
import type { LossReason } from '../../../shared/protocol/desk/lossAnswer.ts'
import type { Losses } from '../../desk/Losses.ts'
import type { EventRate } from '../../ingest/EventRate.ts'
import { jsonBody } from '../jsonBody.ts'
import { problem } from '../problem.ts'

const STATUS: Record<LossReason, number> = {
  'bad-request': 422,
  'unknown-seat': 403,
  'unknown-loss': 404,
  'already-signed': 409,
  'log-away': 503,
}

/** What the log lost (T11, T12): `GET /api/v1/losses` lists it, `POST /api/v1/losses` signs for it. */
export function losses(addresses: Addresses, { losses, rate }: { losses: Losses; rate: EventRate }): void {
  addresses.add('/api/v1/losses', { GET: async (request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    response.json({ losses: await losses.newest() })
  }, POST: async (request, response) => {
    const json = jsonBody(request, response, rate)
    if (!json)
      return
    const answer = await losses.sign(json.value)
    response.setHeader('Cache-Control', 'no-store')
    if (answer.accepted)
      response.json(answer)
    else
      problem(response, STATUS[answer.reason], answer.message, answer)
  } })
}
