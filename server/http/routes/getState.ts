import type { Router } from 'express'
import type { Clock } from '../../clock.ts'
import type { Projection } from '../../projection/Projection.ts'
import type { StateBodies } from '../StateBodies.ts'
import { pause } from '../../clock.ts'
import { only } from '../only.ts'
import { problem } from '../problem.ts'
import { scopeOf } from '../scopeOf.ts'

const PATIENCE_MS = 10_000

/** `GET /api/v1/state?audience=…&region=…` (P2). Waits a while for a server that still folds its log. */
export function getState(router: Router, { bodies, projection, clock }: { bodies: StateBodies; projection: Projection; clock: Clock }): void {
  const route = router.route('/api/v1/state')
  route.get(async (request, response) => {
    const scope = scopeOf(request, projection.state.basis.code)
    if ('wrong' in scope)
      return problem(response, 400, scope.wrong)
    if (projection.state.index.region(scope.region) < 0)
      return problem(response, 404, 'No grid of this district lies in that region.')
    if (!projection.ready)
      await Promise.race([projection.caughtUp(), pause(clock, PATIENCE_MS)])
    if (!projection.ready) {
      response.setHeader('Retry-After', '2')
      return problem(response, 503, 'The server is still reading its log.')
    }
    await bodies.get(scope).send(request, response)
  })
  only(route, 'GET', 'HEAD')
}
