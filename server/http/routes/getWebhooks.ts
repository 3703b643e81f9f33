import type { Router } from 'express'
import type { Webhooks } from '../../webhooks/Webhooks.ts'
import { deskOnly } from '../deskOnly.ts'
import { only } from '../only.ts'

/** `GET /api/v1/webhooks?audience=desk`: each target with its last success, its failures and its newest dead letters, without their data. */
export function getWebhooks(router: Router, { lanes }: Webhooks): void {
  const route = router.route('/api/v1/webhooks')
  route.get((request, response) => {
    if (!deskOnly(request, response))
      return
    response.setHeader('Cache-Control', 'no-store')
    response.json({
      targets: lanes.map(({ isBehind, delivered, failures, lastDelivered, lastFailure, parts: { target, dead } }) => ({
        name: target.name,
        // The query of an address may hold a secret.
        url: target.url.split('?')[0],
        types: [...target.types],
        ...(target.region !== undefined && { region: target.region }),
        audience: target.audience,
        isBehind,
        delivered,
        failures,
        ...(lastDelivered !== undefined && { lastDelivered }),
        ...(lastFailure && { lastFailure }),
        deadLetters: { count: dead.count, newest: [...dead.newest].reverse() },
      })),
    })
  })
  only(route, 'GET', 'HEAD')
}
