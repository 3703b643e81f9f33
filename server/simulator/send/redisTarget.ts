import type { SentEvent } from '../day/SimulatedEvent.ts'
import type { Attempt, Target } from './Target.ts'
import { Redis } from 'ioredis'
import { streamOf } from '../../../shared/state/eventTypes.ts'
import { CannotRunError } from '../CannotRunError.ts'

/** A fault that goes away by itself; others need a person. */
const PASSING = /^(?:LOADING|BUSY|OOM|READONLY|MASTERDOWN|NOREPLICAS|TRYAGAIN|CLUSTERDOWN|MISCONF)/
/** What Redis says begins with a word in capitals; what happens to a connection does not. */
const SAID = /^[A-Z]{2,} /
const MARK_SECONDS = 86_400
const SILENCE_MS = 10_000

/**
 * `XADD` to the district's streams, as any program may. A batch goes in as one transaction that leaves its last id as a
 * mark, so that after a broken connection it is known whether it went in.
 * @param key tells this simulator's mark from that of others
 */
export function redisTarget(url: string, district: string, key: string): Target {
  const mark = `{${district}}:simulator:${key}`
  let client: Redis | undefined
  let unsure: string | undefined

  return { attempt, close: () => client?.disconnect() }

  async function attempt(batch: readonly SentEvent[]): Promise<Attempt> {
    const last = batch.at(-1)!.id
    try {
      if (client?.status !== 'ready')
        client = await open(url)
      if (unsure === last && await client.get(mark) === last)
        return { outcome: 'answered' }
      unsure = last
      const transaction = client.multi()
      for (const event of batch)
        transaction.xadd(`{${district}}:${streamOf(event.type)}`, '*', ...fieldsOf(event))
      const results = await transaction.set(mark, last, 'EX', MARK_SECONDS).exec()
      const fault = results?.find(([error]) => error)?.[0]
      if (fault)
        throw fault
      return { outcome: 'answered' }
    }
    catch (error) {
      return toAttempt(url, error)
    }
  }
}

/** Tries once: who comes again is for the courier to say. @throws what Redis or the system said */
async function open(url: string): Promise<Redis> {
  const client = new Redis(url, { protocol: 2, lazyConnect: true, enableReadyCheck: false, disableClientInfo: true, enableOfflineQueue: false, maxRetriesPerRequest: 0, autoResendUnfulfilledCommands: false, retryStrategy: () => null, connectTimeout: SILENCE_MS, commandTimeout: SILENCE_MS })
  let fault: Error | undefined
  client.on('error', (error: Error) => fault ??= error)
  try {
    await client.connect()
    // Redis hangs up on an unknown client that sends much; the answer to PING names the fault.
    await client.ping()
    if (fault)
      throw fault
    return client
  }
  catch (error) {
    client.disconnect()
    throw fault ?? error
  }
}

function fieldsOf({ type, source, id, time, subject, actor, data }: SentEvent): string[] {
  return ['type', type, 'source', source, 'id', id, 'time', time, 'subject', subject, ...(actor === undefined ? [] : ['actor', actor]), 'data', JSON.stringify(data)]
}

/** @throws CannotRunError where trying again is of no use */
function toAttempt(url: string, error: unknown): Attempt {
  const { host } = new URL(url)
  const said = error instanceof Error ? error.message : String(error)
  if (!SAID.test(said))
    return { outcome: 'again', because: `Redis at ${host} cannot be reached: ${error instanceof Error && 'code' in error ? String(error.code) : said}` }
  if (PASSING.test(said))
    return { outcome: 'again', because: `Redis at ${host} says: ${said}` }
  throw new CannotRunError(`Redis at ${host} refuses events (${said}); correct the address given with --redis: a Redis that takes writes, with its password, not a cluster's other node.`)
}
