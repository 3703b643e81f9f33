import type { RedisTarget } from '../../../server/log/redis/RedisTarget.ts'
import { parseRedisUrl } from '../../../server/log/redis/parseRedisUrl.ts'
import { RedisEventLog } from '../../../server/log/redis/RedisEventLog.ts'
import { interleaved } from '../stats.ts'

const AT_ONCE = 64
const WAYS = ['accepted', 'replicated'] as const

export type ReplicatedWay = typeof WAYS[number]

/** Appends a second, one event each and so many at once: answered when the server has them, and when every replica has them too. */
export async function replicatedCosts({ redisUrl, rounds, seconds }: { redisUrl: string; rounds: number; seconds: number }): Promise<Record<ReplicatedWay, number[]>> {
  await using log = await RedisEventLog.open({ target: parseRedisUrl(redisUrl) as RedisTarget, districtCode: '152921' })
  if (log.offers !== 'replicated')
    throw new Error(`what is offered is ${log.offers}`)
  const costs: Record<ReplicatedWay, number[]> = { accepted: [], replicated: [] }
  let serial = 0
  for (const way of interleaved(WAYS, rounds)) {
    const began = performance.now()
    let done = 0
    const worker = async () => {
      while (performance.now() - began < seconds * 1000) {
        const [appended] = await log.append([{ stream: 'incident', fields: { type: 'incident.commented', subject: 'WG-1', source: 'bench', id: `${serial++}`, data: '{"text":"请优先处理"}' } }], way)
        if (appended!.reached !== way)
          throw new Error(`asked for ${way}, reached ${appended!.reached}`)
        done++
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    costs[way].push(done / (performance.now() - began) * 1000)
  }
  return costs
}
