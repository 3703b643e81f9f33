import type { Express } from 'express'
import type { IncomingMessage } from 'node:http'

type Trust = (address: string, hop: number) => boolean

/** The client's address, past the proxies that the app trusts. */
export function addressOf(app: Express, { socket, headers }: IncomingMessage): string {
  const trust = trustOf(app)
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').map(part => part.trim()).filter(Boolean)
  const hops = [socket.remoteAddress ?? '', ...forwarded.reverse()]
  return hops.find((address, hop) => hop === hops.length - 1 || !trust(address, hop))!
}

/** Whether the other end of a request's connection is a proxy that the app trusts. */
export function comesByTrusted(app: Express, { socket }: IncomingMessage): boolean {
  return trustOf(app)(socket.remoteAddress ?? '', 0)
}

function trustOf(app: Express): Trust {
  return app.get('trust proxy fn') as Trust
}
