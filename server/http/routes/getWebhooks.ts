import type { Addresses } from '../Addresses.ts'
import type { Webhooks } from '../../webhooks/Webhooks.ts'

/** `GET /api/v1/webhooks?audience=desk`: each target with its last success, its failures and its newest dead letters, without their data. */
export function getWebhooks(addresses: Addresses, { feeds }: Webhooks): void {
  addresses.add('/api/v1/webhooks', { GET: (request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    response.json({
      targets: feeds.map(({ isBehind, delivered, failures, lastDelivered, lastFailure, parts: { target, dead } }) => ({
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
  } })
}
