import type { Stop } from '../../base/Timers.ts'
import type { Publication } from './Publication.ts'
import type { Reads } from './Reads.ts'
import { isDue, isTouched } from './Reads.ts'

interface Redraw { reads: Reads; redraw: () => void; ranAt: number }

/** What is redrawn at the same moment: it agrees with itself, and one paint shows it. */
export class RedrawGroup {
  private readonly redraws = new Set<Redraw>()
  private readonly followers = new Set<(touched: Publication) => unknown>()
  private readonly witnesses = new Set<(touched: Publication) => void>()

  /** @param now of the scene, epoch ms */
  constructor(private readonly now: () => number) {}

  add(reads: Reads, redraw: () => void): Stop {
    const own = { reads, redraw, ranAt: this.now() }
    this.redraws.add(own)
    return () => this.redraws.delete(own)
  }

  /** Runs after each flush, with what was touched; may answer a promise of when it is done. */
  follow(run: (touched: Publication) => unknown): Stop {
    this.followers.add(run)
    return () => this.followers.delete(run)
  }

  /** Runs when all that follow a flush are done. */
  witness(run: (touched: Publication) => void): Stop {
    this.witnesses.add(run)
    return () => this.witnesses.delete(run)
  }

  flush(touched: Publication): void {
    this.redraw(({ reads }) => isTouched(reads, touched))
    const done = [...this.followers].map(run => run(touched))
    if (this.witnesses.size > 0)
      void Promise.all(done).then(() => this.witnesses.forEach(run => run(touched)))
  }

  /** Redraws what depends on time and has stood for long enough. */
  tick(): void {
    this.redraw(({ reads, ranAt }) => isDue(reads, ranAt, this.now()))
  }

  private redraw(wanted: (each: Redraw) => boolean): void {
    for (const each of this.redraws) {
      if (wanted(each)) {
        each.ranAt = this.now()
        each.redraw()
      }
    }
  }
}
