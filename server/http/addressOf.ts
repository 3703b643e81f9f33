import type { Express } from 'express'
import type { IncomingMessage } from 'node:http'

type Trust = (address: string, hop: number) => boolean

/** The client's address, past the proxies that the app trusts. */
export function addressOf(app: Express, { socket, headers }: IncomingMessage): string {
  const trust = app.get('trust proxy fn') as Trust
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').map(part => part.trim()).filter(Boolean)
  const hops = [socket.remoteAddress ?? '', ...forwarded.reverse()]
  return hops.find((address, hop) => hop === hops.length - 1 || !trust(address, hop))!
}
