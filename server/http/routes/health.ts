import type { Addresses } from '../Addresses.ts'
import type { EventLog } from '../../log/EventLog.ts'
import type { Projection } from '../../projection/Projection.ts'
import type { LogHealth } from '../../read/LogHealth.ts'
import type { Metrics } from '../Metrics.ts'
import { reasonsOf } from '../reasonsOf.ts'

const MOST_BEHIND_MS = 10_000

interface Parts {
  log: Pick<EventLog, 'offers' | 'home'>
  health: LogHealth
  projection: Projection
  metrics: Metrics
}

/** `/healthz`, `/readyz` and `/metrics`. */
export function health(addresses: Addresses, { log, health, projection, metrics }: Parts): void {
  addresses.add('/healthz', { GET: (_request, response) => void response.json({ status: 'ok' }) })

  addresses.add('/readyz', { GET: (_request, response) => {
    const amiss = notReady(health, projection)
    const reasons = amiss === undefined ? [...reasonsOf(health), ...lessThanHappened(projection)] : [amiss]
    const { word, lagMs } = health
    response.status(amiss === undefined ? 200 : 503)
    response.json({ log: word, lagMs, home: log.home, durability: log.offers, ...(reasons.length > 0 && { reason: reasons.join(' ') }) })
  } })

  addresses.add('/metrics', { GET: async (_request, response) => {
    const { type, text } = await metrics.read()
    response.type(type).send(text)
  } })
}

function lessThanHappened({ missing }: Projection): string[] {
  return missing.slice(0, 1).map(gap => `Entries of ${gap.stream} from ${gap.from} to before ${gap.to} are neither in the log nor in the archive here: the picture is less than what happened. Bring the archive back and start anew.`)
}

function notReady(health: LogHealth, projection: Projection): string | undefined {
  if (!health.up)
    return `The log cannot be read: ${health.reason}`
  if (!projection.ready)
    return 'The log is still being read.'
  return health.lagMs > MOST_BEHIND_MS ? `The picture is ${health.lagMs} ms behind the log.` : undefined
}
