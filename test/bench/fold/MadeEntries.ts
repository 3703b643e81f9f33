import type { Entry } from '../../../server/log/EventLog.ts'
import type { Basis } from '../../../shared/domain/basis.ts'
import type { Spot } from '../load/EventMaker.ts'
import { EventMaker } from '../load/EventMaker.ts'
import { madeSpots } from '../load/madeBasis.ts'

/** 2026-11-24 08:00 in the district. */
const START = Date.UTC(2026, 10, 24)
/** A million events are about four days, as a county of 147 grids brings them; a larger district is as busy in each grid. */
const STEP_MS = 350
const COUNTY = 147

/** Entries of a believable log, one every 350 ms of its own time in 147 grids: 96 % positions, 1 % grid status, 3 % matters (about four times what the simulator's day has). */
export class MadeEntries {
  private serial = 0
  private readonly stepMs: number
  private readonly maker: EventMaker

  constructor(spots: readonly Spot[], { byGrid, workers }: { byGrid: boolean; workers: readonly string[] }) {
    this.stepMs = STEP_MS * COUNTY / spots.length
    this.maker = new EventMaker({ spots, workers, positions: 0.96, statuses: 0.01, open: 200, byGrid })
  }

  /** Of a district without a map: everything names its grid. */
  static of(basis: Pick<Basis, 'grids'>): MadeEntries {
    return new MadeEntries(madeSpots(basis), { byGrid: true, workers: Array.from({ length: COUNTY }, (_, i) => `S${i}`) })
  }

  take(count: number): Entry[] {
    return Array.from({ length: count }, () => {
      const at = Math.floor(START + this.serial * this.stepMs)
      const id = `${at}-${this.serial++}`
      const { stream, fields } = this.maker.next(new Date(at - 300).toISOString())
      return { stream, id, fields }
    })
  }
}
