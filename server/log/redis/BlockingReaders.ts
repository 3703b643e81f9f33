import type { RedisClient } from './connectRedis.ts'
import type { RedisTarget } from './RedisTarget.ts'
import { BatchTooLargeError } from '../BatchTooLargeError.ts'
import { LogUnavailableError } from '../LogUnavailableError.ts'
import { connectRedis } from './connectRedis.ts'
import { countBytes } from './countBytes.ts'
import { inTime } from './inTime.ts'
import { toUnavailable } from './toUnavailable.ts'

const MOST_READERS = 16
const GRACE_MS = 5000

/**
 * Connections that may block, one a waiting reader, kept for the next. A connection that broke, or whose reader gave up,
 * is thrown away and the next read makes a fresh one, which also finds the new master after a fail-over.
 */
export class BlockingReaders implements Disposable {
  readonly #target: RedisTarget
  readonly #description: string
  readonly #idle: RedisClient[] = []
  readonly #busy = new Set<RedisClient>()
  #closed = false

  constructor(target: RedisTarget, description: string) {
    this.#target = target
    this.#description = description
  }

  /** Answers undefined when aborted or closed. @throws BatchTooLargeError when more bytes came than asked for */
  async run<T>(command: (client: RedisClient) => Promise<T>, blockMs: number, { signal, mostBytes = Number.POSITIVE_INFINITY }: { signal?: AbortSignal, mostBytes?: number } = {}): Promise<T | undefined> {
    if (this.#closed || signal?.aborted)
      return undefined
    if (this.#busy.size >= MOST_READERS)
      throw new LogUnavailableError(`More than ${MOST_READERS} readers wait for ${this.#description}.`)
    const client = this.#takeIdle() ?? connectRedis(this.#target, false)
    const giveUp = () => client.disconnect()
    signal?.addEventListener('abort', giveUp)
    this.#busy.add(client)
    let failed = true
    let came = 0
    let endCount: (() => void) | undefined
    try {
      if (client.status !== 'ready')
        await inTime(client.connect(), GRACE_MS)
      endCount = countBytes(client, (bytes) => {
        const isMore = came <= mostBytes && came + bytes > mostBytes
        came += bytes
        // Once: pieces go on coming until its socket has closed.
        if (isMore)
          client.disconnect()
      })
      const answer = await inTime(command(client), blockMs + GRACE_MS)
      failed = false
      return answer
    }
    catch (error) {
      if (this.#closed || signal?.aborted)
        return undefined
      if (came > mostBytes)
        throw new BatchTooLargeError(mostBytes)
      throw toUnavailable(error, this.#description)
    }
    finally {
      endCount?.()
      signal?.removeEventListener('abort', giveUp)
      this.#busy.delete(client)
      // One that was told to disconnect says `ready` until its socket has closed.
      if (client.status === 'ready' && !failed && !this.#closed && !signal?.aborted)
        this.#idle.push(client)
      else
        client.disconnect()
    }
  }

  [Symbol.dispose](): void {
    this.#closed = true
    for (const client of [...this.#idle.splice(0), ...this.#busy])
      client.disconnect()
  }

  #takeIdle(): RedisClient | undefined {
    for (let client = this.#idle.pop(); client; client = this.#idle.pop()) {
      if (client.status === 'ready')
        return client
      client.disconnect()
    }
    return undefined
  }
}
