import type { Part } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import { liveRounds } from './liveRounds.ts'

const VARIANTS = ['ours', 'emit'] as const
const LABEL = '(a) io.emit per event'
/** A difference of two medians below this is the machine's, not a server's. */
const NOISE_MS = 0.5

/** 100 screens at 100 and at 10 events a second: quick where there is little to do. */
export function smallLatency(files: ChildFiles): Part {
  return {
    names: ['latency-100x100', 'cpu-100x100', 'latency-10x100'],
    async run(sizes, say) {
      const busy = (await liveRounds(files, VARIANTS, { rate: 100, sockets: 100 }, sizes, say)).figures
      const calm = (await liveRounds(files, VARIANTS, { rate: 10, sockets: 100 }, { ...sizes, seconds: sizes.seconds * 1.5 }, say)).figures
      const [ours, emit, oursCalm, emitCalm] = [busy.ours!, busy.emit!, calm.ours!, calm.emit!]
      return [
        {
          name: 'latency-100x100',
          unit: 'ms',
          ours: ours.p50,
          peers: { [LABEL]: emit.p50 },
          ratio: ours.p50 / emit.p50,
          target: 'p50 ≤ 16 ms',
          holds: ours.p50 <= 16,
          note: `100 events/s × 100 screens; p99 ${ours.p99.toFixed(1)} ms against ${emit.p99.toFixed(1)} ms`,
        },
        {
          name: 'cpu-100x100',
          unit: 'CPU ms / 1,000 events',
          ours: ours.cpuPerThousand,
          peers: { [LABEL]: emit.cpuPerThousand },
          ratio: ours.cpuPerThousand / emit.cpuPerThousand,
          target: '≤ 0.7 × (a)',
          holds: ours.cpuPerThousand / emit.cpuPerThousand <= 0.7,
          note: 'in the same runs',
        },
        {
          name: 'latency-10x100',
          unit: 'ms',
          ours: oursCalm.p50,
          peers: { [LABEL]: emitCalm.p50 },
          ratio: oursCalm.p50 / emitCalm.p50,
          target: 'p50 no worse than (a)',
          holds: oursCalm.p50 <= emitCalm.p50 + NOISE_MS,
          note: `10 events/s × 100 screens; less than ${NOISE_MS} ms apart counts as equal`,
        },
      ]
    },
  }
}
