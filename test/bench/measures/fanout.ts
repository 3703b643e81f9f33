import type { Measure, Part } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import type { LiveFigures } from '../load/liveRun.ts'
import type { VariantName } from '../peers/Variant.ts'
import { liveRounds } from './liveRounds.ts'

const VARIANTS = ['ours', 'ws', 'tcp', 'emit', 'adapter'] as const

const LABELS = { emit: '(a) io.emit per event', adapter: '(b) Redis-streams adapter', ws: '(c) raw ws', tcp: '(d) bare TCP' }

/** 1,000 events a second to 200 screens: what it costs the server, and how late it arrives. */
export function fanout(files: ChildFiles): Part {
  return {
    names: ['fanout-cpu-1000x200', 'latency-1000x200'],
    async run(sizes, say) {
      const { figures, windowMs } = await liveRounds(files, VARIANTS, { rate: 1000, sockets: 200 }, sizes, say)
      const all = figures as Record<VariantName, LiveFigures>
      const of = (figure: keyof LiveFigures) => ({
        ours: all.ours[figure],
        peers: Object.fromEntries(Object.entries(LABELS).map(([name, label]) => [label, all[name as VariantName][figure]])),
      })
      const against = (name: string, figure: 'cpuPerThousand' | 'p99', peer: 'ws' | 'emit', most: number, target: string, note: string): Measure => {
        const ratio = all.ours[figure] / all[peer][figure]
        return { name, unit: figure === 'p99' ? 'ms' : 'CPU ms / 1,000 events', ...of(figure), ratio, target, holds: ratio <= most, note }
      }
      const how = `ours parses, checks, places, folds, redacts; the peers forward what they read. (c) and (d) send a frame each ${windowMs.toFixed(0)} ms, as ours was seen to`
      const late = `delivered within the window: ${Object.entries(all).map(([name, { delivered }]) => `${name} ${(delivered * 100).toFixed(0)} %`).join(', ')}`
      return [
        against('fanout-cpu-1000x200', 'cpuPerThousand', 'ws', 1.25, '≤ 1.25 × (c)', how),
        against('fanout-cpu-1000x200-emit', 'cpuPerThousand', 'emit', 1 / 8, '≤ 1/8 × (a)', `CPU for each thousand events that arrived; ${late}`),
        against('latency-1000x200', 'p99', 'ws', 1.3, '≤ 1.3 × (c)', `p99 from XADD to the client’s handler; p50 ${all.ours.p50.toFixed(1)} ms`),
        against('latency-1000x200-emit', 'p99', 'emit', 1 / 10, '≤ 1/10 × (a)', `p99; what (a) had not delivered when the window ended is not in its figure: ${late}`),
      ]
    },
  }
}
