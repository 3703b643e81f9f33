import type { RedisClient } from './connectRedis.ts'
import type { RedisTarget } from './RedisTarget.ts'
import { LogUnavailableError } from '../LogUnavailableError.ts'
import { connectRedis } from './connectRedis.ts'
import { inTime } from './inTime.ts'
import { toUnavailable } from './toUnavailable.ts'

const ANSWER_LIMIT_MS = 5000
/** Commands that wait for their answer at once; more means the server is stuck. */
const MOST_WAITING = 10_000
const MOST_WAITING_BYTES = 64 * 1024 * 1024

/**
 * One connection for commands that do not block. Comes back by itself; while it is away a command fails at once,
 * and one that is not answered in 5 s fails too. Nothing is queued beyond its bounds.
 */
export class RedisConnection implements Disposable {
  readonly #client: RedisClient
  readonly #description: string
  #lost: Error | undefined
  #waiting = 0
  #waitingBytes = 0

  constructor(target: RedisTarget, description: string) {
    this.#client = connectRedis(target, true)
    this.#client.on('error', (error: Error) => {
      this.#lost = toReason(error)
    })
    this.#client.on('ready', () => {
      this.#lost = undefined
    })
    this.#description = description
  }

  /** @throws LogUnavailableError if it cannot be reached now; the connection is then given up */
  async connect(): Promise<void> {
    try {
      await inTime(this.#client.connect(), ANSWER_LIMIT_MS)
    }
    catch (error) {
      this.#client.disconnect()
      throw toUnavailable(error, this.#description, this.#lost)
    }
  }

  /** @param bytes about how much the command carries, for the bound */
  async run<T>(command: (client: RedisClient) => Promise<T>, bytes = 0): Promise<T> {
    if (this.#client.status !== 'ready')
      throw new LogUnavailableError(`${this.#description} cannot be reached: ${this.#lost?.message ?? this.#client.status}.`)
    if (this.#waiting >= MOST_WAITING || (this.#waiting > 0 && this.#waitingBytes + bytes > MOST_WAITING_BYTES))
      throw new LogUnavailableError(`${this.#description} is too slow: ${this.#waiting} commands wait for it.`)
    this.#waiting++
    this.#waitingBytes += bytes
    try {
      return await inTime(command(this.#client), ANSWER_LIMIT_MS)
    }
    catch (error) {
      throw toUnavailable(error, this.#description, this.#lost)
    }
    finally {
      this.#waiting--
      this.#waitingBytes -= bytes
    }
  }

  /** Called whenever the connection has come back. */
  whenReady(listener: () => void): void {
    this.#client.on('ready', listener)
  }

  toUnavailable(error: unknown): unknown {
    return toUnavailable(error, this.#description, this.#lost)
  }

  [Symbol.dispose](): void {
    this.#client.disconnect()
  }
}

/** A cluster tells of its nodes' failure as a failure to refresh; the reason lies within. */
function toReason(error: Error & { lastNodeError?: Error }): Error {
  if (!error.lastNodeError)
    return error
  return error.lastNodeError.message === 'Connection is closed.' ? new Error('none of its nodes can be reached') : error.lastNodeError
}
