import type { Router } from 'express'
import type { District } from '../../shared/domain/district/District.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config/config.ts'
import type { Places } from '../district/Places.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Projection } from '../projection/Projection.ts'
import type { LogHealth } from '../read/LogHealth.ts'
import type { Metrics } from './Metrics.ts'
import type { StateBodies } from './StateBodies.ts'
import { EventRate } from '../ingest/EventRate.ts'
import { documents } from './routes/documents.ts'
import { getDistrict } from './routes/getDistrict.ts'
import { getRejected } from './routes/getRejected.ts'
import { getSettings } from './routes/getSettings.ts'
import { getState } from './routes/getState.ts'
import { health } from './routes/health.ts'
import { osmand } from './routes/osmand.ts'
import { postEvents } from './routes/postEvents.ts'

interface Parts {
  config: Config
  version: string
  clock: Clock
  district: District
  places: Places
  log: EventLog
  health: LogHealth
  projection: Projection
  bodies: StateBodies
  metrics: Metrics
}

/** Every address of the HTTP side. */
export function addRoutes(router: Router, parts: Parts): void {
  const { config, version, clock, district, places, log, projection, metrics } = parts
  const rate = new EventRate(config.ingestRate, clock)
  const way = { log, clock, places, name: 'http' }
  postEvents(router, { way, rate, metrics })
  osmand(router, { way, rate, metrics })
  getState(router, parts)
  getDistrict(router, district)
  getRejected(router, projection)
  getSettings(router, config, version)
  documents(router, version, district.code)
  health(router, parts)
}
