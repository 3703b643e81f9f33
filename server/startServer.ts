import type { AddressInfo } from 'node:net'
import type { Config } from './config/config.ts'
import type { Clock } from './clock.ts'
import type { ArrivalLimits } from './http/arrivalLimits.ts'
import type { FanoutLimits } from './fanout/limits.ts'
import type { District } from '../shared/domain/district/District.ts'
import type { EventLog } from './log/EventLog.ts'
import type { Target } from './webhooks/Target.ts'
import type { Logger } from 'pino'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { basisOf } from '../shared/domain/basisOf.ts'
import { DutyRoster } from '../shared/domain/duty/DutyRoster.ts'
import { AttachmentStore } from './attachments/AttachmentStore.ts'
import { pause, systemClock } from './clock.ts'
import { Actors } from './commands/Actors.ts'
import { Commands } from './commands/Commands.ts'
import { Histories } from './commands/Histories.ts'
import { packageRoot, packageVersion } from './config/packageRoot.ts'
import { Exchange } from './desk/Exchange.ts'
import { driveWall } from './desk/driveWall.ts'
import { Handovers } from './desk/Handovers.ts'
import { Losses } from './desk/Losses.ts'
import { Neighbours } from './desk/Neighbours.ts'
import { Places } from './district/Places.ts'
import { Engine } from './escalation/Engine.ts'
import { Fanout } from './fanout/Fanout.ts'
import { FANOUT_LIMITS } from './fanout/limits.ts'
import { Links } from './fanout/Links.ts'
import { Positions } from './fanout/Positions.ts'
import { Subscriptions } from './fanout/Subscriptions.ts'
import { addRoutes } from './http/addRoutes.ts'
import { ARRIVAL_LIMITS } from './http/arrivalLimits.ts'
import { addressOf, comesByTrusted } from './http/addressOf.ts'
import { createApp } from './http/createApp.ts'
import { createHttp } from './http/createHttp.ts'
import { createLive } from './http/createLive.ts'
import { Door } from './http/door/Door.ts'
import { standBefore } from './http/door/standBefore.ts'
import { closeHttp, listen } from './http/listen.ts'
import { Metrics } from './http/Metrics.ts'
import { serveClient } from './http/serveClient.ts'
import { PastBodies } from './http/PastBodies.ts'
import { StateBodies } from './http/StateBodies.ts'
import { createLogger } from './createLogger.ts'
import { openDistrict } from './openDistrict.ts'
import { openApiKeys } from './ingest/open311/ApiKeys.ts'
import { openAliases } from './openAliases.ts'
import { openEventLog } from './log/openEventLog.ts'
import { watchWrites } from './log/watchWrites.ts'
import { restore } from './projection/checkpoint.ts'
import { Follower } from './projection/Follower.ts'
import { Keeper } from './projection/Keeper.ts'
import { LogMemory } from './projection/LogMemory.ts'
import { LossBook } from './projection/LossBook.ts'
import { LossWatch } from './projection/LossWatch.ts'
import { PastThread } from './projection/PastThread.ts'
import { Projection } from './projection/Projection.ts'
import { Retention } from './projection/Retention.ts'
import { RejectedWriter } from './projection/rejectedWriter.ts'
import { ClockWatch } from './projection/ClockWatch.ts'
import { LogHealth } from './read/LogHealth.ts'
import { WriteProbe } from './read/WriteProbe.ts'
import { Tenure } from './tenure/Tenure.ts'
import { readTargets } from './webhooks/readTargets.ts'
import { Webhooks } from './webhooks/Webhooks.ts'
import { readEntry } from './read/readEntry.ts'

export interface RunningServer extends AsyncDisposable {
  url: string
  port: number
  district: District
  /** A key for POST requests over Open311. */
  open311Key: string
  /** Words for people: where the log lives. */
  logDescription: string
}

interface Options {
  clock?: Clock
  logger?: Logger
  limits?: Partial<FanoutLimits>
  arrival?: Partial<ArrivalLimits>
  /** How long after a start the engine waits for those who kept what happened meanwhile. */
  firstRestMs?: number
}

const LAST_CHECKPOINT_MS = 5000

/**
 * The whole server from its settings; disposing it stops everything in order and leaves a checkpoint.
 * @throws StartError, DistrictError, LogUnavailableError with one sentence that says the fix
 */
export async function startServer(config: Config, options: Options = {}): Promise<RunningServer> {
  const { clock = systemClock, logger = createLogger(config), firstRestMs } = options
  const limits = { ...FANOUT_LIMITS, ...options.limits }
  const arrival = { ...ARRIVAL_LIMITS, ...options.arrival }
  const root = packageRoot(import.meta.url)
  const district = await openDistrict(config, root)
  const targets = config.webhooks === undefined ? [] : await readTargets(config.webhooks, process.env)
  const health = new LogHealth(clock)
  const log = watchWrites(await openEventLog({ redisUrl: config.redisUrl, dataDir: config.dataDir, districtCode: district.code, clock }), health)
  try {
    return await wire({ config, clock, logger, limits, arrival, root, district, log, health, targets, firstRestMs })
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
  arrival: ArrivalLimits
  root: string
  district: District
  log: EventLog
  health: LogHealth
  targets: Target[]
  firstRestMs: number | undefined
}

async function wire({ config, clock: ownClock, logger, limits, arrival, root, district, log, health, targets, firstRestMs }: Wiring): Promise<RunningServer> {
  const places = new Places(district)
  const open311Keys = await openApiKeys(join(config.dataDir, 'open311.keys'))
  const memory = await LogMemory.open({ log, clock: ownClock, logger, dataDir: config.dataDir, districtCode: district.code })
  const projection = new Projection(await restore(log, basisOf(district), logger))
  const clockWatch = new ClockWatch({ log, clock: ownClock, health, projection, logger, changed: () => engine.countAnew() })
  const { clock } = clockWatch
  const rejected = new RejectedWriter(log, clock, logger)
  projection.listen({ rejected: (entry, refusal) => rejected.add(entry, refusal), wentBack: () => rejected.clear() })

  const { aliases, end: endAliases } = await openAliases({ log, clock, logger })
  const door = new Door({ ...config, isTrusted: request => comesByTrusted(app, request), clock, logger })
  const http = createHttp(arrival)
  const inner = createServer((request, response) => void app(request, response))
  standBefore(http, inner, door, config.basePath)
  const { servers, pipes } = createLive(inner, { sockets: limits.sockets + 100 })
  const fanout = new Fanout({ projection, positions: new Positions(district, aliases.of), aliasOf: aliases.of, health, clock, pipes, limits })
  const bodies = new StateBodies(fanout)
  const pastThread = new PastThread({ log, district, dataDir: config.dataDir, clock, logger, aliases })
  const pastBodies = new PastBodies(pastThread, clock)
  const subscriptions = new Subscriptions(fanout, scope => bodies.bytesOf(scope), config.basePath)
  const holder = log.home === 'embedded' ? log.home : randomUUID()
  const keeper = new Keeper({ log, clock, logger, projection, rejected, retention: new Retention({ log, clock, logger, dataDir: config.dataDir }) })
  const engine = new Engine({ log, clock, logger, projection, roster: new DutyRoster(district), rests: () => clockWatch.disagree, firstRestMs })
  const actors = new Actors(district)
  const store = new AttachmentStore(config.dataDir)
  const commands = new Commands({ log, clock, projection, actors, store })
  const histories = new Histories({ log, projection, read: entry => readEntry(entry, places) })
  const lossBook = new LossBook(log)
  const losses = new Losses({ book: lossBook, clock, district })
  const handovers = new Handovers({ log, clock, projection, district })
  const neighbours = new Neighbours({ clock, isActor: id => actors.find(id) !== undefined })
  const exchange = log.home === 'redis' ? new Exchange({ log, clock, logger, id: holder, changed: () => neighbours.changed(), show: (wall, show) => neighbours.show(wall, show) }) : undefined
  if (exchange)
    neighbours.join(exchange)
  const links = new Links(servers, fanout, subscriptions, request => addressOf(app, request), {
    execute: message => commands.execute(message),
    drive: message => driveWall({ neighbours, actors, projection, aliases }, message),
    neighbours,
  })
  const webhooks = new Webhooks({ log, clock, logger, projection, places, aliasOf: aliases.of, targets, dataDir: config.dataDir, chance: Math.random })
  const tenure = new Tenure({ log, clock, logger, holder, lease: 'tenure', offices: [keeper, engine, ...exchange ? [exchange] : []] })
  // Which servers may hold it depends on their settings: those without targets must not keep it from the others.
  const webhookTenure = targets.length > 0 ? new Tenure({ log, clock, logger, holder, lease: 'webhooks', offices: [webhooks] }) : undefined
  const metrics = new Metrics({ fanout, losses: lossBook, links, keeper, rejected, engine, webhooks, commands })
  const { app, finish } = createApp({ config, logger, aliasOf: aliases.of, addRoutes: router => addRoutes(router, { config, door, version: packageVersion(root), clock, clockWatch, district, places, open311Keys, log, health, projection, aliases, bodies, pastBodies, metrics, webhooks, commands, histories, handovers, losses, store }) })
  const closeClient = await serveClient(app, { root, server: inner, config })
  finish()

  await clockWatch.begin()
  // Before the log is read, so that what is rejected then is copied.
  await tenure.begin()
  await webhookTenure?.begin()
  const follower = new Follower({ log, dataDir: config.dataDir, clock, health, logger, places, projection, rejected, fence: () => tenure.fence, restMs: () => fanout.restMs() })
  const probe = new WriteProbe({ log, clock, health })
  const lossWatch = new LossWatch({ book: lossBook, projection, clock, health, logger, lost: memory.lost })
  memory.begin({ projection, book: lossBook, watch: lossWatch })
  const end = async (): Promise<void> => {
    endAliases()
    await clockWatch.end()
    await probe.end()
    await lossWatch.end()
    await webhooks.end()
    await webhookTenure?.end()
    await engine[Symbol.asyncDispose]()
    await follower[Symbol.asyncDispose]()
    await memory.end()
    await links.end()
    neighbours.end()
    await exchange?.end()
    subscriptions.end()
    fanout.end()
    await closeClient()
    await closeHttp(http, clock)
    await pastThread.end()
    await Promise.race([keeper.end(), pause(clock, LAST_CHECKPOINT_MS)]).catch((error: unknown) => logger.warn({ err: error }, 'no last checkpoint'))
    await tenure.end()
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
    open311Key: open311Keys.first,
    logDescription: log.description,
    [Symbol.asyncDispose]: () => ended ??= end(),
  }
}
