import type { ChainableCommander } from 'ioredis'
import type { Durability } from '../EventLog.ts'
import type { Answer, AppendCall } from './Appends.ts'
import type { RedisConnection } from './RedisConnection.ts'
import type { ServerWatch } from './ServerWatch.ts'
import { APPEND_SHA, appendScript } from './lua/appendScript.ts'
import { readServerInfo } from './readServerInfo.ts'

/** Bounds of what waits together. */
const MOST_CALLS = 500
const MOST_BYTES = 8 * 1024 * 1024
/** A replica that has not confirmed by then has it not; the answer says less. */
const REPLICAS_LIMIT_MS = 1000
/** Redis flushes each second, or later on a slow disk. */
const FLUSH_LIMIT_MS = 3000

interface Waiting {
  call: AppendCall
  answered: (answer: { answers: Answer[]; reached: Durability }) => void
  failed: (error: unknown) => void
}

/**
 * Appends that are answered when the replicas have them, or the disk. Waiting stops its connection, so it has its own, and what comes
 * while one group waits goes and waits together as the next.
 */
export class WaitedAppends {
  readonly #connection: RedisConnection
  readonly #watch: ServerWatch
  #waiting: Waiting[] = []
  #running = false

  constructor(connection: RedisConnection, watch: ServerWatch) {
    this.#connection = connection
    this.#watch = watch
  }

  run(call: AppendCall): Promise<{ answers: Answer[]; reached: Durability }> {
    return new Promise((answered, failed) => {
      this.#waiting.push({ call, answered, failed })
      if (!this.#running)
        void this.#runAll()
    })
  }

  async #runAll(): Promise<void> {
    this.#running = true
    while (this.#waiting.length > 0)
      await this.#runGroup(this.#takeGroup())
    this.#running = false
  }

  #takeGroup(): Waiting[] {
    let bytes = 0
    const more = this.#waiting.findIndex(({ call }, i) => i > 0 && (i >= MOST_CALLS || (bytes += call.bytes) > MOST_BYTES))
    return this.#waiting.splice(0, more < 0 ? this.#waiting.length : more)
  }

  async #runGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.#connection.run(async (client) => {
        const pipeline = client.pipeline()
        // The first one brings the script's text, in case the server does not know it.
        group.forEach(({ call: { keys, args } }, i) => i === 0
          ? pipeline.eval(appendScript, keys.length, ...keys, ...args)
          : pipeline.evalsha(APPEND_SHA, keys.length, ...keys, ...args))
        return await this.#wait(pipeline).exec() ?? []
      }, group.reduce((sum, { call }) => sum + call.bytes, 0))
      const reached = this.#reached(results.slice(group.length))
      group.forEach(({ answered, failed }, i) => {
        const [error, answers] = results[i] ?? [new Error('no answer')]
        if (error)
          failed(this.#connection.toUnavailable(error))
        else
          answered({ answers: answers as Answer[], reached })
      })
    }
    catch (error) {
      for (const { failed } of group)
        failed(error)
    }
  }

  /** INFO comes behind WAIT: how many replicas there are when it answers is what counts. */
  #wait(pipeline: ChainableCommander): ChainableCommander {
    const { offers, replicas, info: { waitsForFlush } } = this.#watch
    if (offers === 'replicated')
      return pipeline.wait(replicas, REPLICAS_LIMIT_MS).info('replication')
    return waitsForFlush ? pipeline.call('WAITAOF', 1, 0, FLUSH_LIMIT_MS) : pipeline
  }

  #reached([waited, replication]: [error: Error | null, reply: unknown][]): Durability {
    const { flushes, appendOnly } = this.#watch.info
    const least = flushes ? 'durable' : appendOnly ? 'kill-not-power' : 'accepted'
    if (!waited || waited[0])
      return least
    if (!replication)
      return Number((waited[1] as unknown[])[0]) > 0 ? 'durable' : least
    const now = replication[0] ? 0 : readServerInfo(String(replication[1])).replicas
    if (now > 0 && Number(waited[1]) >= Math.max(now, this.#watch.replicas))
      return 'replicated'
    this.#watch.look()
    return least
  }
}
