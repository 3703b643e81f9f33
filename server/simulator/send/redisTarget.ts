import type { SentEvent } from '../day/SimulatedEvent.ts'
import type { Attempt, Target } from './Target.ts'
import type { Reply } from './resp.ts'
import { streamOf } from '../../../shared/state/eventTypes.ts'
import { CannotRunError } from '../CannotRunError.ts'
import { RedisConnection } from './RedisConnection.ts'
import { RedisFault } from './resp.ts'

/** A fault that goes away by itself; others need a person. */
const PASSING = /^(?:LOADING|BUSY|OOM|READONLY|MASTERDOWN|NOREPLICAS|TRYAGAIN|CLUSTERDOWN|MISCONF)/
const MARK_SECONDS = '86400'

/**
 * `XADD` to the district's streams, as any program may. A batch goes in as one transaction that leaves its last id as a
 * mark, so that after a broken connection it is known whether it went in.
 * @param key tells this simulator's mark from that of others
 */
export function redisTarget(url: string, district: string, key: string): Target {
  const mark = `{${district}}:simulator:${key}`
  let connection: RedisConnection | undefined
  let unsure: string | undefined

  return { attempt, close: () => connection?.close() }

  async function attempt(batch: readonly SentEvent[]): Promise<Attempt> {
    const last = batch.at(-1)!.id
    try {
      if (!connection?.isOpen)
        connection = await open(url)
      if (unsure === last && (await connection.send([['GET', mark]]))[0] === last)
        return { outcome: 'answered' }
      unsure = last
      const replies = await connection.send([['MULTI'], ...batch.map(event => toCommand(district, event)), ['SET', mark, last, 'EX', MARK_SECONDS], ['EXEC']])
      return toAttempt(url, replies)
    }
    catch (error) {
      if (error instanceof CannotRunError)
        throw error
      return { outcome: 'again', because: `Redis at ${hostOf(url)} cannot be reached: ${reasonOf(error)}` }
    }
  }
}

async function open(url: string): Promise<RedisConnection> {
  const { hostname, port, username, password, pathname } = new URL(url)
  const connection = await RedisConnection.open(hostname.replace(/^\[|\]$/g, '') || '127.0.0.1', Number(port) || 6379)
  // Redis hangs up on an unknown client that sends much; the answer to PING names the fault.
  const greetings = [['PING']]
  if (password)
    greetings.unshift(username ? ['AUTH', decodeURIComponent(username), decodeURIComponent(password)] : ['AUTH', decodeURIComponent(password)])
  if (pathname.length > 1)
    greetings.push(['SELECT', pathname.slice(1)])
  const fault = firstFault(await connection.send(greetings))
  if (!fault)
    return connection
  connection.close()
  if (PASSING.test(fault.message))
    throw new Error(fault.message)
  throw new CannotRunError(`Redis at ${hostOf(url)} refuses the connection (${fault.message}); correct the address given with --redis.`)
}

function toCommand(district: string, { type, source, id, time, subject, actor, data }: SentEvent): string[] {
  return ['XADD', `{${district}}:${streamOf(type)}`, '*', 'type', type, 'source', source, 'id', id, 'time', time, 'subject', subject, ...(actor === undefined ? [] : ['actor', actor]), 'data', JSON.stringify(data)]
}

function toAttempt(url: string, replies: Reply[]): Attempt {
  const executed = replies.at(-1)!
  const fault = firstFault(Array.isArray(executed) ? executed : replies)
  if (!fault)
    return { outcome: 'answered' }
  if (PASSING.test(fault.message))
    return { outcome: 'again', because: `Redis at ${hostOf(url)} says: ${fault.message}` }
  throw new CannotRunError(`Redis at ${hostOf(url)} refuses events (${fault.message}); give the address of a Redis that takes writes, not of a cluster's other node.`)
}

function firstFault(replies: readonly Reply[]): RedisFault | undefined {
  return replies.find(reply => reply instanceof RedisFault)
}

function hostOf(url: string): string {
  return new URL(url).host
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error)
}
