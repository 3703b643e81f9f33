import { emptyState } from '../../../shared/state/emptyState.ts'
import { madeBasis } from '../load/madeBasis.ts'
import { interleaved } from '../stats.ts'
import { decoded } from './decoded.ts'
import { foldChunk } from './foldChunk.ts'
import { MadeEntries } from './MadeEntries.ts'

const CHUNK = 20_000

/** Nanoseconds of folding one decoded event, of each measured chunk, by number of grids; the sizes take turns. */
export function gridCosts({ sizes, warm, rounds }: { sizes: number[]; warm: number; rounds: number }): Record<number, number[]> {
  const districts = sizes.map((size) => {
    const basis = madeBasis(size)
    return { size, state: emptyState(basis), entries: MadeEntries.of(basis), costs: [] as number[] }
  })
  for (let done = 0; done < warm; done += CHUNK)
    districts.forEach(({ state, entries }) => foldChunk(state, decoded(entries.take(CHUNK))))
  for (const { state, entries, costs } of interleaved(districts, rounds)) {
    const events = decoded(entries.take(CHUNK))
    globalThis.gc?.()
    costs.push(foldChunk(state, events) / CHUNK * 1e6)
  }
  return Object.fromEntries(districts.map(({ size, costs }) => [size, costs]))
}
