import type { Router } from 'express'
import type { Projection } from '../../projection/Projection.ts'
import { only } from '../only.ts'

/** `GET /api/v1/rejected`: what did not reach the picture and why, newest first, without its data. */
export function getRejected(router: Router, projection: Projection): void {
  const route = router.route('/api/v1/rejected')
  route.get((_request, response) => {
    const { rejected, notUnderstood, rejectedExamples, notUnderstoodExamples } = projection.tally
    response.setHeader('Cache-Control', 'no-store')
    response.json({
      rejected: { counts: Object.fromEntries(rejected), newest: [...rejectedExamples].reverse() },
      notUnderstood: { counts: Object.fromEntries(notUnderstood), newest: [...notUnderstoodExamples].reverse() },
    })
  })
  only(route, 'GET', 'HEAD')
}
