import type { Router } from 'express'
import type { District } from '../../shared/domain/district/District.ts'
import type { Aliases } from '../Aliases.ts'
import type { AttachmentStore } from '../attachments/AttachmentStore.ts'
import type { Clock } from '../clock.ts'
import type { Commands } from '../commands/Commands.ts'
import type { Histories } from '../commands/Histories.ts'
import type { Config } from '../config/config.ts'
import type { Handovers } from '../desk/Handovers.ts'
import type { Losses } from '../desk/Losses.ts'
import type { Reveals } from '../desk/Reveals.ts'
import type { SosCommands } from '../commands/SosCommands.ts'
import type { Places } from '../district/Places.ts'
import type { ApiKeys } from '../ingest/open311/ApiKeys.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Projection } from '../projection/Projection.ts'
import type { MatterIndex } from '../projection/matters/MatterIndex.ts'
import type { ClockWatch } from '../projection/ClockWatch.ts'
import type { LogHealth } from '../read/LogHealth.ts'
import type { Webhooks } from '../webhooks/Webhooks.ts'
import type { Door } from './door/Door.ts'
import type { Metrics } from './Metrics.ts'
import type { PastBodies } from './bodies/PastBodies.ts'
import type { StateBodies } from './bodies/StateBodies.ts'
import { Addresses } from './Addresses.ts'
import { Verdicts } from '../projection/Verdicts.ts'
import { EventRate } from '../ingest/EventRate.ts'
import { attachments } from './routes/attachments.ts'
import { documents } from './routes/documents.ts'
import { getDesk } from './routes/getDesk.ts'
import { getDistrict } from './routes/getDistrict.ts'
import { getRejected } from './routes/getRejected.ts'
import { getSettings } from './routes/getSettings.ts'
import { getState } from './routes/getState.ts'
import { getWebhooks } from './routes/getWebhooks.ts'
import { getIncident } from './routes/getIncident.ts'
import { getIncidents } from './routes/getIncidents.ts'
import { getIndicators } from './routes/getIndicators.ts'
import { getTimeline } from './routes/getTimeline.ts'
import { handovers } from './routes/handovers.ts'
import { health } from './routes/health.ts'
import { losses } from './routes/losses.ts'
import { reveal } from './routes/reveal.ts'
import { sos } from './routes/sos.ts'
import { open311 } from './routes/open311.ts'
import { originCheck } from './routes/originCheck.ts'
import { osmand } from './routes/osmand.ts'
import { postCommands } from './routes/postCommands.ts'
import { postEvents } from './routes/postEvents.ts'

interface Parts {
  config: Config
  door: Door
  version: string
  clock: Clock
  clockWatch: ClockWatch
  district: District
  places: Places
  open311Keys: ApiKeys
  log: EventLog
  health: LogHealth
  projection: Projection
  aliases: Aliases
  matters: MatterIndex
  bodies: StateBodies
  pastBodies: PastBodies
  metrics: Metrics
  webhooks: Webhooks
  commands: Commands
  histories: Histories
  handovers: Handovers
  losses: Losses
  reveals: Reveals
  sosCommands: SosCommands
  store: AttachmentStore
}

/** Every address of the HTTP side. */
export function addRoutes(router: Router, parts: Parts): void {
  const { config, door, version, clock, clockWatch, district, places, log, projection, metrics } = parts
  const rate = new EventRate(config.ingestRate, clock)
  const verdicts = new Verdicts({ log, projection, clock })
  const way = { log, clock, told: () => clockWatch.told, places, name: 'http', verdictOf: (stream: string, entry: string) => verdicts.of(stream, entry) }
  const addresses = new Addresses(router, { rate, door })
  postEvents(addresses, { way, rate, metrics })
  postCommands(addresses, { ...parts, rate })
  osmand(addresses, { way, rate, metrics, projection })
  open311(router, { ...parts, way, rate, keys: parts.open311Keys, publicUrl: config.publicUrl })
  getState(addresses, parts)
  getDistrict(addresses, district)
  getDesk(addresses, district)
  getIncidents(addresses, parts)
  getIncident(addresses, parts)
  getTimeline(addresses, parts)
  getIndicators(addresses, parts)
  attachments(addresses, { ...parts, rate })
  handovers(addresses, { ...parts, rate })
  losses(addresses, { ...parts, rate })
  reveal(addresses, { ...parts, rate })
  sos(addresses, { ...parts, rate })
  getRejected(addresses, projection)
  getWebhooks(addresses, parts.webhooks)
  getSettings(addresses, config, version)
  documents(addresses, { version, district: district.code, basePath: config.basePath })
  originCheck(addresses)
  health(addresses, parts)
}
