import type { WebhookLimits } from '../../server/webhooks/limits.ts'
import type { Target } from '../../server/webhooks/Target.ts'
import type { EventLog } from '../../server/log/EventLog.ts'
import type { Office } from '../../server/tenure/Office.ts'
import { basisOf } from '../../shared/domain/basisOf.ts'
import { systemClock } from '../../server/clock.ts'
import { loadDistrict } from '../../server/district/loadDistrict.ts'
import { Places } from '../../server/district/Places.ts'
import { acceptEvents } from '../../server/ingest/acceptEvents.ts'
import { restore } from '../../server/projection/checkpoint.ts'
import { Follower } from '../../server/projection/Follower.ts'
import { Projection } from '../../server/projection/Projection.ts'
import { RejectedWriter } from '../../server/projection/rejectedWriter.ts'
import { LogHealth } from '../../server/read/LogHealth.ts'
import { Tenure } from '../../server/tenure/Tenure.ts'
import { Webhooks } from '../../server/webhooks/Webhooks.ts'
import { quietLogger } from './quietLogger.ts'
import { testAliasOf } from './testAliasOf.ts'
import { TINY_DISTRICT } from './startTestServer.ts'

const QUICK: WebhookLimits = { concurrent: 4, timeoutMs: 5000, firstPauseMs: 20, longestPauseMs: 80, refusals: 3, giveUpMs: 3_600_000, keepEveryMs: 20 }

interface Options {
  log: EventLog
  dataDir: string
  targets: Partial<Target>[]
  holder?: string
  limits?: Partial<WebhookLimits>
}

export interface WebhookSender extends AsyncDisposable {
  webhooks: Webhooks
  projection: Projection
  post: (...events: object[]) => Promise<void>
  /** Writes entries past the ways in. */
  unchecked: (...entries: { type: string; subject: string; data: object }[]) => Promise<void>
}

function targetOf(target: Partial<Target>): Target {
  return { name: 'receiver', url: 'http://127.0.0.1:9/', types: new Set(['incident.reported']), audience: 'screen', local: true, secret: '0123456789abcdef', ...target }
}

/** What sends webhooks, on a real log with a real projection that follows it; pauses are short. Disposing it ends as a server ends. */
export async function webhookSender({ log, dataDir, targets, holder = 'a', limits }: Options): Promise<WebhookSender> {
  const district = await loadDistrict(TINY_DISTRICT)
  const places = new Places(district)
  const [clock, logger] = [systemClock, quietLogger]
  const projection = new Projection(await restore(log, basisOf(district), logger))
  const rejected = new RejectedWriter(log, clock, logger)
  projection.listen({ rejected: (entry, refusal) => rejected.add(entry, refusal) })
  const webhooks = new Webhooks({ log, clock, logger, projection, places, aliasOf: testAliasOf, targets: targets.map(targetOf), dataDir, chance: () => 0.5, limits: { ...QUICK, ...limits } })
  const keeper: Office = { take: term => rejected.hold(term), leave: () => rejected.hold(undefined) }
  const offices = [new Tenure({ log, clock, logger, holder, lease: `keeper of ${holder}`, offices: [keeper] }), new Tenure({ log, clock, logger, holder, lease: 'webhooks', offices: [webhooks] })]
  for (const tenure of offices)
    await tenure.begin()
  const follower = new Follower({ log, dataDir, clock, health: new LogHealth(clock), logger, places, projection, rejected })
  return {
    webhooks,
    projection,
    async post(...events) {
      const results = await acceptEvents(events, { log, clock, places, name: 'test', verdictOf: () => Promise.resolve({ outcome: 'stands' }) })
      const refused = results.filter(result => !result.accepted)
      if (refused.length > 0)
        throw new Error(JSON.stringify(refused))
    },
    unchecked: async (...entries) => void await log.append(entries.map(({ type, subject, data }) => ({ stream: type.slice(0, type.indexOf('.')), fields: { type, subject, data: JSON.stringify(data) } }))),
    async [Symbol.asyncDispose]() {
      await webhooks.end()
      await follower[Symbol.asyncDispose]()
      await rejected.flush()
      for (const tenure of offices)
        await tenure.end()
    },
  }
}
