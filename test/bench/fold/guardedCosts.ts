import type { District } from '../../../shared/domain/district/District.ts'
import { systemClock } from '../../../server/clock.ts'
import { Holders } from '../../../shared/domain/duty/Holders.ts'
import { Actors } from '../../../server/commands/Actors.ts'
import { Commands } from '../../../server/commands/Commands.ts'
import { basisOf } from '../../../shared/domain/basisOf.ts'
import { benchDistrict } from '../load/benchDistrict.ts'
import { interleaved } from '../stats.ts'
import { LivingLog } from './LivingLog.ts'

const MATTERS = 500
const AT_ONCE = 64
/** So that nobody's comments come too fast (C22). */
const unhurried = { ...systemClock, monotonic: () => performance.now() * 1000 }

export type GuardedWay = 'embedded' | 'embeddedBare' | 'redis' | 'redisBare'

/** A second of commands by officers at their desks, each about a matter of its own and answered when folded, against bare appends of the same event. */
export async function guardedCosts({ redisUrl, rounds, seconds }: { redisUrl: string; rounds: number; seconds: number }): Promise<Record<GuardedWay, number[]>> {
  const { district } = await benchDistrict()
  await using embedded = await ready(district, undefined)
  await using redis = await ready(district, redisUrl)
  const costs: Record<GuardedWay, number[]> = { embedded: [], embeddedBare: [], redis: [], redisBare: [] }
  const homes = { embedded, embeddedBare: embedded, redis, redisBare: redis }
  let serial = 0
  for (const way of interleaved(Object.keys(costs) as GuardedWay[], rounds)) {
    const { log, projection } = homes[way]
    const commands = new Commands({ log, clock: unhurried, projection, actors: new Actors(district), holders: new Holders(district), histories: { left: () => Promise.resolve(undefined) }, store: { has: () => Promise.resolve(true) } })
    const one = async (i: number) => {
      const incident = `WG-${i % MATTERS}`
      if (way.endsWith('Bare'))
        return void await log.append([{ stream: 'incident', fields: { type: 'incident.commented', subject: incident, source: 'bench', id: `${serial++}`, data: '{"text":"请优先处理"}' } }])
      const { entry: version } = projection.state.incident.incidents.get(incident)!
      const answer = await commands.execute({ type: 'comment', id: `${serial++}`, incident, version, actor: 'seat-1', data: { text: '请优先处理' } })
      if (!answer.accepted)
        throw new Error(`refused: ${answer.message}`)
    }
    costs[way].push(await perSecond(one, seconds))
  }
  return costs
}

async function ready(district: District, redisUrl: string | undefined): Promise<LivingLog> {
  const living = await LivingLog.open(basisOf(district), redisUrl)
  await living.tell(Array.from({ length: MATTERS }, (_, i) => [`WG-${i}`, 'reported', { category: 'facility', severity: 'IV', channel: 'app', grid: district.grids[i % district.grids.length]!.properties.code }] as const))
  return living
}

async function perSecond(one: (i: number) => Promise<void>, seconds: number): Promise<number> {
  const began = performance.now()
  let done = 0
  let started = 0
  const worker = async () => {
    while (performance.now() - began < seconds * 1000) {
      await one(started++)
      done++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return done / (performance.now() - began) * 1000
}
