import type { IncomingMessage } from 'node:http'
import type { Clock } from '../clock.ts'
import type { Target } from './Target.ts'
import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { guardedLookup, isAllowedAddress } from './addressRule.ts'
import { sign } from './sign.ts'

/** What became of one attempt. `refused`: the receiver will not have this event; `failed`: it may have it another time. */
export type Posted = { outcome: 'taken' } | { outcome: 'refused' | 'failed'; reason: string; waitMs?: number }

const MOST_ANSWER_BYTES = 64 * 1024
const LONGEST_WAIT_S = 600
/** Statuses that speak of the event; every other one speaks of the moment, the address or the secret. */
const REFUSALS: ReadonlySet<number> = new Set([400, 406, 409, 410, 413, 415, 422])

/** Posts signed events to one target, over a connection that is kept. Follows no redirect, reads no answer but its status. */
export class Poster {
  private readonly url: URL
  private readonly agent: HttpAgent

  constructor(private readonly target: Pick<Target, 'url' | 'local' | 'secret'>, private readonly clock: Clock, private readonly timeoutMs: number) {
    this.url = new URL(target.url)
    this.agent = this.url.protocol === 'https:' ? new HttpsAgent({ keepAlive: true, maxSockets: 1 }) : new HttpAgent({ keepAlive: true, maxSockets: 1 })
  }

  /** One attempt; never rejects. Aborting ends it as failed. */
  post(body: string, signal: AbortSignal): Promise<Posted> {
    const { url, agent, clock, timeoutMs, target: { local, secret } } = this
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !isAllowedAddress(host, local))
      return Promise.resolve({ outcome: 'failed', reason: 'address not allowed' })
    return new Promise((resolve) => {
      let posted: Posted = { outcome: 'failed', reason: 'stopped' }
      const headers = {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'wangge',
        ...sign(body, secret, clock.now()),
      }
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, { method: 'POST', agent, lookup: guardedLookup(local), headers, signal })
      const cancel = clock.after(timeoutMs, () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)))
      let answered = false
      request.on('response', (response) => {
        answered = true
        posted = toPosted(response)
        drain(response)
      })
      request.on('error', (error: NodeJS.ErrnoException) => {
        if (!answered)
          posted = { outcome: 'failed', reason: error.code ?? error.message }
      })
      request.on('close', () => {
        cancel()
        resolve(posted)
      })
      request.end(body)
    })
  }

  end(): void {
    this.agent.destroy()
  }
}

/** The end of an answer frees the connection; a long one is cut off. */
function drain(response: IncomingMessage): void {
  let bytes = 0
  response.on('error', () => undefined)
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MOST_ANSWER_BYTES)
      response.destroy()
  })
}

function toPosted({ statusCode: status = 0, headers }: IncomingMessage): Posted {
  if (status >= 200 && status < 300)
    return { outcome: 'taken' }
  const seconds = Number(headers['retry-after'])
  return {
    outcome: REFUSALS.has(status) ? 'refused' : 'failed',
    reason: `HTTP ${status}`,
    ...(seconds > 0 && { waitMs: Math.min(seconds, LONGEST_WAIT_S) * 1000 }),
  }
}
