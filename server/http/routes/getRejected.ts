import type { Addresses } from '../Addresses.ts'
import type { Projection } from '../../projection/Projection.ts'

/** `GET /api/v1/rejected`: what did not reach the picture and why, newest first, without its data. */
export function getRejected(addresses: Addresses, projection: Projection): void {
  addresses.add('/api/v1/rejected', { GET: (_request, response) => {
    const { rejected, notUnderstood, rejectedExamples, notUnderstoodExamples } = projection.tally
    response.setHeader('Cache-Control', 'no-store')
    response.json({
      rejected: { counts: Object.fromEntries(rejected), newest: [...rejectedExamples].reverse() },
      notUnderstood: { counts: Object.fromEntries(notUnderstood), newest: [...notUnderstoodExamples].reverse() },
    })
  } })
}
