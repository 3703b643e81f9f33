import type { Basis } from '../../../shared/domain/basis.ts'
import type { EventLog } from '../../../server/log/EventLog.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../../server/clock.ts'
import { openEventLog } from '../../../server/log/openEventLog.ts'
import { emptyStart, Projection } from '../../../server/projection/Projection.ts'
import { decode } from '../../support/decode.ts'
import { LogHealth } from '../../../server/read/LogHealth.ts'
import { tailLog } from '../../../server/read/tailLog.ts'
import { silent } from './readToEnd.ts'

const CHUNK = 1000

/** A log on one of its homes that is read and folded as it grows, without a server around it. */
export class LivingLog implements AsyncDisposable {
  private readonly stop = new AbortController()
  private readonly tail: Promise<void>

  static async open(basis: Basis, redisUrl: string | undefined): Promise<LivingLog> {
    const dataDir = await mkdtemp(join(tmpdir(), 'wangge-bench-'))
    const log = await openEventLog({ redisUrl, dataDir, districtCode: basis.code, clock: systemClock })
    return new LivingLog(log, new Projection(emptyStart(basis, await log.epoch())), dataDir)
  }

  private constructor(readonly log: EventLog, readonly projection: Projection, private readonly dataDir: string) {
    this.tail = tailLog({
      log,
      clock: systemClock,
      health: new LogHealth(systemClock),
      logger: silent,
      position: () => projection.position.last,
      take: async (entries, caughtUp) => projection.take(entries.map(decode), caughtUp),
      signal: this.stop.signal,
    })
  }

  /** Appends happenings `[subject, move, data]`, in order, at `at` if it is given (epoch ms, a little ahead at most); resolves when all are folded. */
  async tell(happenings: readonly (readonly [subject: string, move: string, data: object, at?: number])[]): Promise<void> {
    for (let from = 0; from < happenings.length; from += CHUNK) {
      const part = happenings.slice(from, from + CHUNK)
      await this.log.append(part.map(([subject, move, data, at]) => ({ stream: 'incident', fields: { type: `incident.${move}`, subject, ...(at !== undefined && { time: new Date(at).toISOString() }), data: JSON.stringify(data) } })), 'accepted')
    }
    const last = (await this.log.bounds('incident'))?.last
    await new Promise<void>((resolve) => {
      const look = () => this.projection.position.last.incident === last && resolve()
      this.projection.listen({ taken: look })
      look()
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop.abort()
    await this.tail
    await this.log[Symbol.asyncDispose]()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}
