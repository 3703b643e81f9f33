import type { Durability } from '../EventLog.ts'
import type { RedisConnection } from './RedisConnection.ts'
import type { RedisKeys } from './RedisKeys.ts'
import type { ServerInfo } from './readServerInfo.ts'
import { readServerInfo } from './readServerInfo.ts'

const EACH_MS = 1000
/** A replica that is gone for longer is given up; sooner it may come back, or be promoted though it lacks what the others have. */
const GIVEN_UP_MS = 600_000

/** What the server that holds the log offers now: looked at each second and whenever a connection came back, for it may be another server then. */
export class ServerWatch implements Disposable {
  info: ServerInfo
  /** How many replicas have to confirm: those that follow this run of the server, and those that did of late. */
  replicas: number
  #fewerSince: number | undefined
  readonly #connection: RedisConnection
  readonly #keys: RedisKeys
  readonly #timer: NodeJS.Timeout
  #looking: Promise<void> | undefined

  /** @throws LogUnavailableError if it does not answer, with the missing permission if its user may not ask */
  static async begin(connection: RedisConnection, keys: RedisKeys): Promise<ServerWatch> {
    return new ServerWatch(connection, keys, await ask(connection, keys))
  }

  private constructor(connection: RedisConnection, keys: RedisKeys, info: ServerInfo) {
    this.info = info
    this.replicas = info.replicas
    this.#connection = connection
    this.#keys = keys
    this.#timer = setInterval(() => this.look(), EACH_MS).unref()
    connection.whenReady(() => this.look())
  }

  /** Never rejects: what cannot be asked now is asked again soon. */
  look(): void {
    this.#looking ??= ask(this.#connection, this.#keys).then((info) => {
      this.#count(info)
      this.info = info
    }, () => {}).finally(() => this.#looking = undefined)
  }

  /** The highest durability that is offered now. */
  get offers(): Durability {
    const { info, replicas } = this
    return info.replicas < replicas ? info.alone : info.offers
  }

  #count({ run, replicas }: ServerInfo): void {
    const now = performance.now()
    if (run !== this.info.run || replicas >= this.replicas || now - (this.#fewerSince ?? now) > GIVEN_UP_MS) {
      this.replicas = replicas
      this.#fewerSince = undefined
    }
    else {
      this.#fewerSince ??= now
    }
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer)
  }
}

/** In a cluster the key before it leads to the server that holds the log. */
async function ask(connection: RedisConnection, keys: RedisKeys): Promise<ServerInfo> {
  return connection.run(async (client) => {
    const [, info, setting] = await client.pipeline().exists(keys.epoch).info('server', 'persistence', 'replication', 'memory').config('GET', 'appendfsync').exec() ?? []
    if (!info || info[0])
      throw info?.[0] ?? new Error('no answer')
    // Whoever may not ask for the setting is told no more than is known.
    const [, appendfsync] = setting?.[0] ? [] : setting?.[1] as string[]
    return readServerInfo(String(info[1]), appendfsync)
  })
}
