import type { Part } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { startRedis } from '../../support/startRedis.ts'
import { waitFor } from '../../support/waitFor.ts'
import { benchTime } from '../benchTime.ts'
import { emptyRedis } from '../load/liveRun.ts'
import { Child } from '../processes/Child.ts'
import { interleaved, median } from '../stats.ts'

const SCREENS = 200
const OPEN = 2000
const RATE = 100
const SETTLE_MS = 1500
const PEER = '(b) Redis-streams adapter'

interface Return { ms: number; bytes: number; cpu: number; memory: number; back: number }

/** 200 screens return at once after 30 s away, 100 events/s meanwhile, 2,000 matters open. */
export function returnAfterCut(files: ChildFiles): Part {
  return {
    names: ['return-200'],
    async run({ rounds, awayMs }, say) {
      await using redis = await startRedis()
      const seen = { ours: [] as Return[], adapter: [] as Return[] }
      for (const variant of interleaved(['ours', 'adapter'] as const, Math.ceil(rounds / 2))) {
        const once = await oneReturn(files, variant, redis.url, awayMs)
        seen[variant].push(once)
        say(`return-200 ${variant.padEnd(8)} ${once.ms.toFixed(0)} ms, CPU ${once.cpu.toFixed(0)} ms, memory + ${(once.memory / 1e6).toFixed(1)} MB, ${(once.bytes / 1e6).toFixed(1)} MB of messages, ${once.back} of ${SCREENS} at the head`)
      }
      const of = (variant: keyof typeof seen, figure: keyof Return) => median(seen[variant].map(each => each[figure]))
      const line = (name: string, unit: string, figure: keyof Return, most: number, target: string, note: string) => {
        const [ours, peer] = [of('ours', figure), of('adapter', figure)]
        return { name, unit, ours, peers: { [PEER]: peer }, ratio: ours / peer, target, holds: ours / peer <= most, note }
      }
      const memory = { ours: of('ours', 'memory') / 1e6, peer: of('adapter', 'memory') / 1e6 }
      return [
        line('return-200-time', 'ms', 'ms', 1 / 20, '≤ 1/20 × (b), all back', `until all ${SCREENS} are at the head; ${awayMs / 1000} s at ${RATE} events/s, ${OPEN} open matters. (b) gets the missed events back, no state; at the head within a minute: ours ${of('ours', 'back')}, (b) ${of('adapter', 'back')}`),
        line('return-200-cpu', 'CPU ms', 'cpu', 1 / 50, '≤ 1/50 × (b)', 'of the server, the same returns'),
        {
          name: 'return-200-memory',
          unit: 'MB',
          ours: memory.ours,
          peers: { [PEER]: memory.peer },
          ratio: memory.ours / memory.peer,
          target: 'at most 32 MB more',
          holds: memory.ours <= 32,
          note: 'peak of resident memory over what it was just before',
        },
      ]
    },
  }
}

async function oneReturn(files: ChildFiles, variant: 'ours' | 'adapter', redisUrl: string, awayMs: number): Promise<Return> {
  await emptyRedis(redisUrl)
  const env = benchTime.env()
  await using server = new Child(files.server, { nodeArgs: ['--expose-gc'] })
  const { port } = await server.ask<{ port: number }>('start', { variant, redisUrl, windowMs: 0 })
  await using producer = new Child(files.producer, { env })
  await producer.ask('start', { redisUrl, rate: RATE, open: OPEN })
  await using clients = new Child(files.sockets, { env })
  await clients.ask('openAll', { variant, port, count: SCREENS })
  await waitFor('every client to have got an event', () => clients.ask<boolean>('goAway', { variant }), 20_000)
  await pause(awayMs)
  await producer.ask('stop')
  await pause(SETTLE_MS)
  const memory = await server.ask<number>('watchMemory')
  const cpu = await server.ask<number>('cpu')
  const { ms, bytes, back } = await clients.ask<{ ms: number; bytes: number; back: number }>('comeBack', { variant, port })
  return { ms, bytes, back, cpu: await server.ask<number>('cpu') - cpu, memory: await server.ask<number>('peakMemory') - memory }
}
