import type { Held, Sample } from './Sample.ts'
import { median } from '../bench/stats.ts'
import { HELD } from './Sample.ts'

/** What may come on top of a tenth: samples fall at different moments of a page's day. */
const SLACK: Record<Held, number> = { heapMb: 4, nodes: 300, listeners: 30, gpu: 40 }

export interface Growth { held: Held; before: number; after: number; flat: boolean }

/** Medians of the first and the last third of what was seen: flat if it grew by no more than a tenth and the slack. */
export function growth(samples: readonly Sample[]): Growth[] {
  const third = Math.max(1, Math.floor(samples.length / 3))
  return HELD.map((held) => {
    const before = median(samples.slice(0, third).map(each => each[held]))
    const after = median(samples.slice(-third).map(each => each[held]))
    return { held, before, after, flat: after <= before * 1.1 + SLACK[held] }
  })
}
