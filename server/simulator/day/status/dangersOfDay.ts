import type { SimulatedEvent } from '../SimulatedEvent.ts'
import type { World } from '../World.ts'
import { dayStart, HOUR, MINUTE } from '../localDay.ts'

const MEDIUM = 0.008
const CONTROLLED = 0.003
/** Share of the grids that a storm puts at risk. */
const STRUCK = 0.12

/** Risk levels that rise and fall again, and grids that are under control for some hours. */
export function dangersOfDay(world: World, day: number): SimulatedEvent[] {
  const start = dayStart(day, world.zoneMs)
  return world.district.grids.flatMap(({ properties: { code } }) => {
    const chance = world.chance(`danger ${code} ${day}`)
    const events: SimulatedEvent[] = []
    if (chance.happens(MEDIUM))
      events.push(...risk(world, code, 'medium', start + chance.between(1, 23) * HOUR, chance.between(5, 20) * HOUR, '例行研判调整风险等级（模拟）'))
    if (chance.happens(CONTROLLED))
      events.push(...control(world, code, start + chance.between(8, 18) * HOUR, chance.between(2, 8) * HOUR))
    for (const hour of world.scenario.bursts) {
      if (chance.happens(STRUCK))
        events.push(...risk(world, code, 'high', start + hour * HOUR + chance.between(5, 40) * MINUTE, chance.between(1, 2) * HOUR, '强沙尘天气（模拟）'))
    }
    return events
  })
}

function risk(world: World, code: string, level: 'medium' | 'high', start: number, lasts: number, note: string): SimulatedEvent[] {
  const at = Math.floor(start)
  const id = `${world.key}/risk/${code}/${at}`
  const actor = world.leaderOf(code)
  return [
    { type: 'grid-status.risk.changed', id: `${id}/up`, at, subject: code, actor, data: { risk: level, note } },
    { type: 'grid-status.risk.changed', id: `${id}/down`, at: at + Math.floor(lasts), subject: code, actor, data: { risk: 'low', note: '风险解除（模拟）' } },
  ]
}

function control(world: World, code: string, start: number, lasts: number): SimulatedEvent[] {
  const at = Math.floor(start)
  const id = `${world.key}/control/${code}/${at}`
  const actor = world.leaderOf(code)
  return [
    { type: 'grid-status.grid.controlled', id: `${id}/from`, at, subject: code, actor, data: { note: '管道抢修，临时管控（模拟）' } },
    { type: 'grid-status.grid.opened', id: `${id}/to`, at: at + Math.floor(lasts), subject: code, actor, data: { note: '抢修完毕，恢复通行（模拟）' } },
  ]
}
