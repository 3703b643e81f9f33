import type { Addresses } from '../Addresses.ts'
import type { Response } from 'express'
import type { Clock } from '../../clock.ts'
import type { Projection } from '../../projection/Projection.ts'
import type { PastBodies } from '../bodies/PastBodies.ts'
import type { StateBodies } from '../bodies/StateBodies.ts'
import { epochOf } from '../../../shared/words/time/time.ts'
import { pause } from '../../clock.ts'
import { PastLostError } from '../../projection/PastLostError.ts'
import { problem } from '../problem.ts'
import { scopeOf } from '../scopeOf.ts'

const PATIENCE_MS = 10_000

interface Parts {
  bodies: StateBodies
  pastBodies: PastBodies
  projection: Projection
  clock: Clock
}

/** `GET /api/v1/state?audience=…&region=…` (P2), with `at=…` as it was known then (P14). Waits a while for a server that still folds its log. */
export function getState(addresses: Addresses, { bodies, pastBodies, projection, clock }: Parts): void {
  addresses.add('/api/v1/state', { GET: async (request, response) => {
    const scope = scopeOf(request, projection.state.basis.code)
    if ('wrong' in scope)
      return problem(response, 400, scope.wrong)
    if (projection.state.index.region(scope.region) < 0)
      return problem(response, 404, 'No grid of this district lies in that region.')
    if (request.query.at !== undefined) {
      const at = typeof request.query.at === 'string' ? epochOf(request.query.at) : Number.NaN
      if (!(at <= clock.now()))
        return problem(response, 400, 'at: a moment of the past, RFC 3339 with offset, such as 2026-11-24T14:32:07%2B08:00')
      const past = pastBodies.get(scope, at)
      if (past) {
        const known = await past.catch(lost)
        return known instanceof PastLostError ? gone(response, known) : known.send(request, response)
      }
      response.setHeader('Retry-After', '2')
      return problem(response, 503, 'Other moments of the past are being read; ask again.')
    }
    if (!projection.ready)
      await Promise.race([projection.caughtUp(), pause(clock, PATIENCE_MS)])
    if (!projection.ready) {
      response.setHeader('Retry-After', '2')
      return problem(response, 503, 'The server is still reading its log.')
    }
    await (await bodies.get(scope)).send(request, response)
  } })
}

function lost(error: unknown): PastLostError {
  if (error instanceof PastLostError)
    return error
  throw error
}

/** `earliest` is the first moment that can be shown again; absent where there is none yet. */
function gone(response: Response, { earliest }: PastLostError): void {
  problem(response, 410, 'Part of what had happened by then is neither in the log nor in the archive here; ask for a later moment.', {
    ...(earliest !== undefined && { earliest: new Date(earliest).toISOString() }),
  })
}
