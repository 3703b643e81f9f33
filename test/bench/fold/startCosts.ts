import type { EventLog } from '../../../server/log/EventLog.ts'
import type { FillLog } from './fillLog.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { systemClock } from '../../../server/clock.ts'
import { Places } from '../../../server/district/Places.ts'
import { openEventLog } from '../../../server/log/openEventLog.ts'
import { putCheckpoint, restore } from '../../../server/projection/checkpoint.ts'
import { emptyStart, Projection } from '../../../server/projection/Projection.ts'
import { readEntry } from '../../../server/read/readEntry.ts'
import { basisOf } from '../../../shared/domain/basisOf.ts'
import { heldFence } from '../../support/heldTerm.ts'
import { benchDistrict } from '../load/benchDistrict.ts'
import { interleaved } from '../stats.ts'
import { fillEmbedded, fillRedis } from './fillLog.ts'
import { LogTime } from './LogTime.ts'
import { MadeEntries } from './MadeEntries.ts'
import { readToEnd, silent } from './readToEnd.ts'

const CHUNK = 20_000

export type Way = 'memory' | 'embedded' | 'redis' | 'embeddedCheckpoint' | 'redisCheckpoint'

/**
 * Milliseconds until the state of a long log stands: parsed and folded from entries that are in memory already, folded
 * from each home of the log, and from a checkpoint `rest` entries before the end. All ways to one home's state must agree.
 */
export async function startCosts({ count, rest, redisUrl, rounds }: { count: number; rest: number; redisUrl: string; rounds: number }): Promise<Record<Way, number[]>> {
  const { district, spots, workers } = await benchDistrict()
  const basis = basisOf(district)
  const places = new Places(district)
  const dataDir = await mkdtemp(join(tmpdir(), 'wangge-bench-'))
  const time = new LogTime()
  const redis = new Redis(redisUrl)
  const logs = {
    embedded: await openEventLog({ dataDir, districtCode: district.code, clock: time }),
    redis: await openEventLog({ redisUrl, dataDir, districtCode: district.code, clock: systemClock }),
  }
  const fromStart = async (log: EventLog) => new Projection(emptyStart(basis, await log.epoch()))

  async function fill(log: EventLog, write: FillLog): Promise<void> {
    const made = new MadeEntries(spots, { byGrid: false, workers })
    for (let done = 0; done < count - rest; done += CHUNK)
      await write(made.take(Math.min(CHUNK, count - rest - done)))
    const projection = await fromStart(log)
    await readToEnd(log, projection, places)
    const fence = await heldFence(log)
    await putCheckpoint(log, projection, { at: Date.now(), fence: () => fence })
    await write(made.take(rest))
  }

  function foldInMemory(): number {
    const made = new MadeEntries(spots, { byGrid: false, workers })
    const projection = new Projection(emptyStart(basis, 'memory'))
    let ms = 0
    for (let done = 0; done < count; done += CHUNK) {
      const entries = made.take(Math.min(CHUNK, count - done))
      const began = performance.now()
      projection.take(entries.map(entry => readEntry(entry, places)), false)
      ms += performance.now() - began
    }
    return ms
  }

  const costs: Record<Way, number[]> = { memory: [], embedded: [], redis: [], embeddedCheckpoint: [], redisCheckpoint: [] }
  const digests = { embedded: new Set<string>(), redis: new Set<string>() }
  const homeOf = { embedded: 'embedded', embeddedCheckpoint: 'embedded', redis: 'redis', redisCheckpoint: 'redis' } as const
  try {
    await fill(logs.embedded, fillEmbedded(logs.embedded, time))
    await fill(logs.redis, fillRedis(redis, district.code))
    for (const way of interleaved(Object.keys(costs) as Way[], rounds)) {
      globalThis.gc?.()
      if (way === 'memory') {
        costs.memory.push(foldInMemory())
        continue
      }
      const home = homeOf[way]
      const began = performance.now()
      const projection = way === home ? await fromStart(logs[home]) : new Projection(await restore(logs[home], basis, silent))
      await readToEnd(logs[home], projection, places)
      costs[way].push(performance.now() - began)
      digests[home].add(projection.state.digest.of(basis.code))
      if (projection.tally.rejected.size > 0 || digests[home].size > 1)
        throw new Error(`the ways to one state do not agree: ${[...digests[home]].join(' ')}, rejected ${JSON.stringify(projection.tally.rejectedExamples[0])}`)
    }
    return costs
  }
  finally {
    redis.disconnect()
    for (const log of Object.values(logs))
      await log[Symbol.asyncDispose]()
    await rm(dataDir, { recursive: true, force: true })
  }
}
