import type { Measure, Part } from '../Measure.ts'
import type { ChildFiles } from '../processes/buildChildren.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { startRedis } from '../../support/startRedis.ts'
import { openScreen } from '../load/openScreen.ts'
import { Child } from '../processes/Child.ts'
import { quantile } from '../stats.ts'

const EVERY_MS = 60
const PASTS = 12

/** Whether large states and folded pasts hold up the frames of others, and what open matters take in memory. */
export function largeStates(files: ChildFiles): Part {
  return {
    names: ['frames-during-pasts', 'memory-30000'],
    async run({ rounds, seconds, million }, say) {
      await using redis = await startRedis('--appendonly', 'no')
      await using child = new Child(files.server, { nodeArgs: ['--expose-gc'] })
      const { port } = await child.ask<{ port: number }>('start', { variant: 'ours', redisUrl: redis.url, windowMs: 0 })
      const client = new Redis(redis.url)
      client.on('error', () => client.disconnect())
      const count = million < 1_000_000 ? 3000 : 32_000
      const before = await child.ask<number>('heap')
      for (let from = 0; from < count; from += 1000) {
        const pipeline = client.pipeline()
        for (let i = from; i < from + 1000; i++)
          addMatter(pipeline, `WG-${i}`)
        await pipeline.exec()
      }
      while (!(await ask(port, '/api/v1/state?audience=desk')).text.includes(`"WG-${count - 1}"`))
        await pause(500)
      const heap = await child.ask<number>('heap') - before
      const json = (await ask(port, '/api/v1/state?audience=desk')).text.length

      const gaps: number[] = []
      let last = performance.now()
      const line = await openScreen(port, undefined, () => {
        const now = performance.now()
        gaps.push(now - last)
        last = now
      })
      let serial = 0
      const feed = setInterval(() => addMatter(client, `LIVE-${serial++}`), EVERY_MS)
      const during = async (work: () => Promise<void>) => {
        await pause(500)
        gaps.length = 0
        await work()
        return quantile(gaps.slice(), 0.99)
      }
      const calm: number[] = []
      const busy: number[] = []
      const answers = new Map<number, number>()
      const healthz: number[] = []
      for (let round = 0; round < rounds; round++) {
        calm.push(await during(() => pause(seconds * 1000)))
        busy.push(await during(() => ask12(port, seconds * 1000, answers, healthz)))
      }
      clearInterval(feed)
      line.cut()
      client.disconnect()
      say(`answers ${JSON.stringify([...answers])}, healthz p99 ${quantile(healthz, 0.99).toFixed(0)} ms, calm ${calm.map(Math.round).join(' ')}, busy ${busy.map(Math.round).join(' ')}`)
      const [ours, peer] = [quantile(busy, 0.5), quantile(calm, 0.5)]
      const measures: Measure[] = [
        { name: 'frames-during-pasts', unit: 'ms', ours, peers: { calm: peer }, ratio: ours / peer, target: '≤ 2 × calm', holds: ours / peer <= 2, note: `p99 of the gaps between frames while ${PASTS} ask for pasts and for the state of ${count} open matters, all the time` },
        { name: 'memory-30000', unit: 'MB', ours: heap / 1e6, peers: { JSON: json / 1e6 }, ratio: heap / json, target: '≤ 4 × their JSON', holds: heap / json <= 4, note: `heap and buffers that ${count} open matters take, collected, against the desk's state as JSON` },
      ]
      return measures
    },
  }
}

async function ask12(port: number, ms: number, answers: Map<number, number>, healthz: number[]): Promise<void> {
  const end = performance.now() + ms
  const count = (status: number) => answers.set(status, (answers.get(status) ?? 0) + 1)
  const loops = Array.from({ length: PASTS }, async (_, i) => {
    for (let turn = 0; performance.now() < end; turn++) {
      const at = new Date(Date.now() - 15_000 - i * 131 - turn * 977).toISOString()
      const { status } = await ask(port, `/api/v1/state?audience=desk&at=${encodeURIComponent(at)}`, 'gzip')
      count(status)
      if (status === 503)
        await pause(500)
    }
  })
  const states = (async () => {
    while (performance.now() < end)
      count((await ask(port, '/api/v1/state?audience=screen', 'gzip')).status)
  })()
  const health = (async () => {
    while (performance.now() < end) {
      const start = performance.now()
      await ask(port, '/healthz')
      healthz.push(performance.now() - start)
      await pause(50)
    }
  })()
  await Promise.all([...loops, states, health])
}

async function ask(port: number, path: string, encoding = 'identity'): Promise<{ status: number, text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-encoding': encoding } })
  // What is packed is not unpacked: this process measures gaps meanwhile.
  if (encoding !== 'identity') {
    await response.body?.cancel()
    return { status: response.status, text: '' }
  }
  return { status: response.status, text: await response.text() }
}

function addMatter(to: { xadd: (...args: string[]) => unknown }, id: string): void {
  const data = { category: 'environment', severity: 'IV', channel: 'hotline', title: '井盖松动', description: '路口东侧井盖松动，车辆经过有响声，请尽快处理。', address: '巴彦浩特镇土尔扈特路', place: { lng: 105.689, lat: 38.841 }, reporter: { name: '张三', phone: '13800000000' } }
  to.xadd('{152921}:incident', '*', 'type', 'incident.reported', 'subject', id, 'data', JSON.stringify(data))
}
