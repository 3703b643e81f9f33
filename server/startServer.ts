import type { AddressInfo } from 'node:net'
import type { Config } from './config/config.ts'
import type { Clock } from './clock.ts'
import type { FanoutLimits } from './fanout/limits.ts'
import type { District } from '../shared/domain/district/District.ts'
import type { EventLog } from './log/EventLog.ts'
import type { Logger } from 'pino'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { basisOf } from '../shared/domain/basisOf.ts'
import { pause, systemClock } from './clock.ts'
import { packageRoot, packageVersion } from './config/packageRoot.ts'
import { Places } from './district/Places.ts'
import { Fanout } from './fanout/Fanout.ts'
import { FANOUT_LIMITS } from './fanout/limits.ts'
import { Links } from './fanout/Links.ts'
import { Positions } from './fanout/Positions.ts'
import { Subscriptions } from './fanout/Subscriptions.ts'
import { addRoutes } from './http/addRoutes.ts'
import { addressOf } from './http/addressOf.ts'
import { createApp } from './http/createApp.ts'
import { createLive } from './http/createLive.ts'
import { closeHttp, listen } from './http/listen.ts'
import { Metrics } from './http/Metrics.ts'
import { isSameOrigin } from './http/security.ts'
import { serveClient } from './http/serveClient.ts'
import { StateBodies } from './http/StateBodies.ts'
import { createLogger } from './createLogger.ts'
import { openDistrict } from './openDistrict.ts'
import { openEventLog } from './log/openEventLog.ts'
import { restore } from './projection/checkpoint.ts'
import { Follower } from './projection/Follower.ts'
import { Keeper } from './projection/Keeper.ts'
import { Projection } from './projection/Projection.ts'
import { Retention } from './projection/Retention.ts'
import { RejectedWriter } from './projection/rejectedWriter.ts'
import { LogHealth } from './read/LogHealth.ts'

export interface RunningServer extends AsyncDisposable {
  url: string
  port: number
  district: District
  /** Words for people: where the log lives. */
  logDescription: string
}

interface Options {
  clock?: Clock
  logger?: Logger
  limits?: Partial<FanoutLimits>
}

const LAST_CHECKPOINT_MS = 5000

/**
 * The whole server from its settings; disposing it stops everything in order and leaves a checkpoint.
 * @throws StartError, DistrictError, LogUnavailableError with one sentence that says the fix
 */
export async function startServer(config: Config, options: Options = {}): Promise<RunningServer> {
  const { clock = systemClock, logger = createLogger(config) } = options
  const limits = { ...FANOUT_LIMITS, ...options.limits }
  const root = packageRoot(import.meta.url)
  const district = await openDistrict(config, root)
  const log = await openEventLog({ redisUrl: config.redisUrl, dataDir: config.dataDir, districtCode: district.code, clock })
  try {
    return await wire({ config, clock, logger, limits, root, district, log })
  }
  catch (error) {
    await log[Symbol.asyncDispose]()
    throw error
  }
}

interface Wiring {
  config: Config
  clock: Clock
  logger: Logger
  limits: FanoutLimits
  root: string
  district: District
  log: EventLog
}

async function wire({ config, clock, logger, limits, root, district, log }: Wiring): Promise<RunningServer> {
  const places = new Places(district)
  const projection = new Projection(await restore(log, basisOf(district), logger))
  const health = new LogHealth(clock)
  const rejected = new RejectedWriter(log, clock, logger)
  projection.listen({ rejected: (entry, refusal) => rejected.add(entry, refusal) })

  const http = createServer((request, response) => void app(request, response))
  const { servers, pipes } = createLive(http, { isAllowed: request => isSameOrigin(request, config.publicUrl), sockets: limits.sockets + 100 })
  const fanout = new Fanout({ projection, positions: new Positions(district), health, clock, pipes, limits })
  const bodies = new StateBodies(fanout)
  const subscriptions = new Subscriptions(fanout, scope => bodies.bytesOf(scope))
  const keeper = new Keeper({ log, clock, logger, projection, rejected, retention: new Retention({ log, clock, logger, dataDir: config.dataDir }), holder: log.home === 'embedded' ? log.home : randomUUID() })
  const links = new Links(servers, fanout, subscriptions, request => addressOf(app, request))
  const metrics = new Metrics({ fanout, links, keeper, rejected })
  const { app, finish } = createApp(config, logger, router => addRoutes(router, { config, version: packageVersion(root), clock, district, places, log, health, projection, bodies, metrics }))
  const closeClient = await serveClient(app, { root, server: http, development: config.development })
  finish()

  await keeper.begin()
  const follower = new Follower({ log, clock, health, logger, places, projection, rejected, restMs: () => fanout.restMs() })
  const end = async (): Promise<void> => {
    await follower[Symbol.asyncDispose]()
    await links.end()
    subscriptions.end()
    fanout.end()
    await closeClient()
    await closeHttp(http, clock)
    await Promise.race([keeper.end(), pause(clock, LAST_CHECKPOINT_MS)]).catch((error: unknown) => logger.warn({ err: error }, 'no last checkpoint'))
    await log[Symbol.asyncDispose]()
  }
  try {
    await listen(http, config)
  }
  catch (error) {
    await end()
    throw error
  }
  const { port } = http.address() as AddressInfo
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  logger.info({ port, log: log.description, district: district.code }, 'serving')
  let ended: Promise<void> | undefined
  return {
    url: `http://${host}:${port}`,
    port,
    district,
    logDescription: log.description,
    [Symbol.asyncDispose]: () => ended ??= end(),
  }
}
