import type { Cancel, Clock } from '../clock.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { LookedBack } from './lookBack.ts'
import type { LossBook } from './LossBook.ts'
import type { LossWatch } from './LossWatch.ts'
import type { Memory } from './memoryFile.ts'
import type { Projection } from './Projection.ts'
import { openIncidents } from '../../shared/indicators/open/openIncidents.ts'
import { lookBack } from './lookBack.ts'
import { memoryPath, readMemory, writeMemory } from './memoryFile.ts'

const EVERY_MS = 1000
/** A memory of many matters takes its time to write: so much longer until the next, for each. */
const EVERY_MS_A_MATTER = 1
const MOST_EPOCHS = 50

interface Parts {
  log: EventLog
  clock: Clock
  logger: Logger
  dataDir: string
  districtCode: string
}

interface Kept {
  projection: Projection
  book: LossBook
  watch: Pick<LossWatch, 'settled'>
}

/**
 * What this server last saw of its log, in a small file in DATA_DIR: so that a log that comes back empty or shorter while no server runs is told (T17).
 * Written when the log has gone on, once a second at most, and at an orderly stop. It may lag, and then tells of less; it is never ahead of what is told:
 * a loss is kept in the log before what was seen ahead of it is forgotten.
 */
export class LogMemory {
  private written = ''
  private nextAt = -Infinity
  private writing: Promise<void> | undefined
  private kept: Kept | undefined
  private endTurns: Cancel = () => {}

  /** To be called before anything of the log is read: where it went backwards it begins a new epoch. @throws LogUnavailableError */
  static async open(parts: Parts): Promise<LogMemory> {
    const { log, dataDir, districtCode } = parts
    const path = memoryPath(dataDir, districtCode, log.address)
    const memory = await readMemory(path)
    return new LogMemory(parts, path, memory?.epochs ?? [], memory && await lookBack(log, memory))
  }

  private constructor(private readonly parts: Parts, private readonly path: string, private epochs: readonly string[], /** What may be gone since then. */ readonly lost: LookedBack | undefined) {}

  begin(kept: Kept): void {
    this.kept = kept
    this.endTurns = this.parts.clock.every(EVERY_MS, () => this.turn())
  }

  async end(): Promise<void> {
    this.endTurns()
    await this.writing
    await this.write({ flush: true })
  }

  private turn(): void {
    if (this.parts.clock.monotonic() >= this.nextAt)
      this.writing ??= this.write({ flush: false }).finally(() => this.writing = undefined)
  }

  /** Never rejects: a disk that refuses holds nobody up, and the next turn comes soon. */
  private async write(how: { flush: boolean }): Promise<void> {
    const { log, clock, logger } = this.parts
    const seen = this.kept && see(this.kept)
    if (!seen || seen.now === this.written)
      return
    const { epoch, ...memory } = seen.memory()
    this.epochs = [...this.epochs.filter(known => known !== epoch), epoch].slice(-MOST_EPOCHS)
    this.nextAt = clock.monotonic() + memory.open.length * EVERY_MS_A_MATTER
    try {
      // An embedded log answers its readers before the disk has an entry: what may be gone after a power cut is not remembered.
      if (log.home === 'embedded')
        await log.probe()
      await writeMemory(this.path, { ...memory, epochs: this.epochs as Memory['epochs'] }, how)
      this.written = seen.now
    }
    catch (error) {
      logger.debug({ err: error }, 'what was seen of the log could not be written')
    }
  }
}

/** Undefined while what is known may not stand, or a loss is not kept in the log yet. */
function see({ projection, book, watch }: Kept): { now: string; memory: () => Omit<Memory, 'epochs'> & { epoch: string } } | undefined {
  if (!projection.ready || !watch.settled)
    return undefined
  const { position, state } = projection
  return {
    now: `${projection.cursor} ${book.unsigned.map(({ id, missing }) => `${id}/${missing}`).join(' ')}`,
    memory: () => ({
      epoch: position.epoch,
      last: { ...position.last },
      stands: projection.hashes(),
      open: Array.from(openIncidents(state, state.basis.code), ({ id }) => id),
      losses: book.unsigned,
    }),
  }
}
