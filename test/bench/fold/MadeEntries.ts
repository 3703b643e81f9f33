import type { Entry } from '../../../server/log/EventLog.ts'
import type { Basis } from '../../../shared/domain/basis.ts'
import type { Spot } from '../load/EventMaker.ts'
import { EventMaker } from '../load/EventMaker.ts'
import { madeSpots } from '../load/madeBasis.ts'

/** 2026-11-24 08:00 in the district. */
const START = Date.UTC(2026, 10, 24)
/** A million events are about four days, as a county of 147 grids brings them. */
const STEP_MS = 350

/** Entries of a believable log, one every 350 ms of its own time: 85 % positions, 3 % grid status, 12 % matters. */
export class MadeEntries {
  private serial = 0
  private readonly maker: EventMaker

  constructor(spots: readonly Spot[], { byGrid, workers = spots.map((_, i) => `S${i}`) }: { byGrid: boolean; workers?: readonly string[] }) {
    this.maker = new EventMaker({ spots, workers, positions: 0.85, statuses: 0.03, open: 400, byGrid })
  }

  /** Of a district without a map: everything names its grid. */
  static of(basis: Pick<Basis, 'grids'>): MadeEntries {
    return new MadeEntries(madeSpots(basis), { byGrid: true })
  }

  take(count: number): Entry[] {
    return Array.from({ length: count }, () => {
      const at = START + this.serial++ * STEP_MS
      const { stream, fields } = this.maker.next(new Date(at - 300).toISOString())
      return { stream, id: `${at}-0`, fields }
    })
  }
}
