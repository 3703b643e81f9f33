import type { RedisOptions } from 'ioredis'
import type { RedisTarget } from './RedisTarget.ts'
import { Cluster, Redis } from 'ioredis'

export type RedisClient = Redis | Cluster

const CONNECT_LIMIT_MS = 5000
const LONGEST_PAUSE_MS = 2000
/** Shorter: commands for a node that is away wait until its next try fails. */
const LONGEST_NODE_PAUSE_MS = 250
const SLOTS_MS = 2000

/**
 * A client that is not connected yet: `await client.connect()`.
 * A command that was cut off is never sent again by itself (an append could happen twice): it rejects.
 * @param reconnects whether it comes back by itself, pausing 50 ms to 2 s, for ever; otherwise it ends with its connection
 */
export function connectRedis(target: RedisTarget, reconnects: boolean): RedisClient {
  const pauses = (longest: number) => (times: number) => reconnects ? Math.min(50 * 2 ** Math.min(times - 1, 6), longest) : null
  const pause = pauses(LONGEST_PAUSE_MS)
  const common: RedisOptions = {
    protocol: 2,
    username: target.username,
    password: target.password,
    tls: target.tls ? {} : undefined,
    connectTimeout: CONNECT_LIMIT_MS,
    connectionName: 'wangge',
    disableClientInfo: true,
    // A server that still loads says so in its answers; the check would ask for INFO and print what it is not allowed.
    enableReadyCheck: false,
    keepAlive: 10_000,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    reconnectOnError: error => error.message.startsWith('READONLY'),
  }
  const client = target.kind === 'cluster'
    ? new Cluster(target.nodes.map(node => ({ ...node })), {
        lazyConnect: true,
        redisOptions: common,
        clusterRetryStrategy: pause,
        clusterNodeRetryStrategy: pauses(LONGEST_NODE_PAUSE_MS),
        // A cluster that is down says so in its answer; waiting for it to be whole would only hide that.
        enableReadyCheck: false,
        retryDelayOnFailover: 0,
        retryDelayOnClusterDown: 0,
        slotsRefreshTimeout: CONNECT_LIMIT_MS,
      })
    : new Redis({
        ...common,
        ...(target.kind === 'standalone'
          ? target.address
          : { sentinels: [...target.sentinels], name: target.master, sentinelRetryStrategy: pause, enableTLSForSentinelMode: target.tls, failoverDetector: true }),
        db: target.db,
        lazyConnect: true,
        enableOfflineQueue: false,
        retryStrategy: pause,
      })
  // Whoever runs a command hears of its failure; without a listener ioredis would print each lost connection.
  client.on('error', () => {})
  if (client instanceof Cluster)
    keepFresh(client)
  return client
}

/** Looks regularly which node holds what. The client's own interval goes on for ever when it is closed during a look. */
function keepFresh(cluster: Cluster): void {
  const timer = setInterval(() => cluster.refreshSlotsCache(() => {}), SLOTS_MS).unref()
  cluster.once('end', () => clearInterval(timer))
}
