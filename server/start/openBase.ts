import type { Clock } from '../clock.ts'
import type { Config } from '../config/config.ts'
import type { FanoutLimits } from '../fanout/limits.ts'
import type { ArrivalLimits } from '../http/arrivalLimits.ts'
import type { Logger } from 'pino'
import type { Ends } from './Ends.ts'
import { systemClock } from '../clock.ts'
import { packageRoot } from '../config/packageRoot.ts'
import { createLogger } from '../createLogger.ts'
import { Places } from '../district/Places.ts'
import { FANOUT_LIMITS } from '../fanout/limits.ts'
import { ARRIVAL_LIMITS } from '../http/arrivalLimits.ts'
import { openEventLog } from '../log/openEventLog.ts'
import { watchWrites } from '../log/watchWrites.ts'
import { openDistrict } from '../openDistrict.ts'
import { LogHealth } from '../read/LogHealth.ts'
import { readTargets } from '../webhooks/readTargets.ts'

export interface StartOptions {
  clock?: Clock
  logger?: Logger
  limits?: Partial<FanoutLimits>
  arrival?: Partial<ArrivalLimits>
  /** How long after a start the engine waits for those who kept what happened meanwhile. */
  firstRestMs?: number
}

export type Base = Awaited<ReturnType<typeof openBase>>

/** What everything else stands on: settings, district, log. @throws DistrictError, LogUnavailableError */
export async function openBase(config: Config, options: StartOptions, ends: Ends) {
  const { clock = systemClock, logger = createLogger(config), firstRestMs } = options
  const root = packageRoot(import.meta.url)
  const district = await openDistrict(config, root)
  const targets = config.webhooks === undefined ? [] : await readTargets(config.webhooks, process.env)
  const health = new LogHealth(clock)
  const log = watchWrites(await openEventLog({ redisUrl: config.redisUrl, dataDir: config.dataDir, districtCode: district.code, clock }), health)
  ends.add(() => log[Symbol.asyncDispose]())
  return {
    config,
    /** The machine's own; what is decided by the time goes by the picture's. */
    machineClock: clock,
    logger,
    firstRestMs,
    limits: { ...FANOUT_LIMITS, ...options.limits },
    arrival: { ...ARRIVAL_LIMITS, ...options.arrival },
    root,
    district,
    places: new Places(district),
    targets,
    health,
    log,
  }
}
