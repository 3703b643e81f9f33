import type { SimulatedEvent } from '../SimulatedEvent.ts'
import type { World } from '../World.ts'
import { dutySpans } from '../duty/dutySpans.ts'
import { HOUR } from '../localDay.ts'

const WEAK = 0.05

/** Toward the end of a shift the batteries of a few phones run low, and are charged. */
export function batteriesOfDay(world: World, day: number): SimulatedEvent[] {
  return [...dutySpans(world, day).values()].flat().flatMap(({ worker, device, grid, off, silent }): SimulatedEvent[] => {
    const chance = world.chance(`battery ${worker} ${day}`)
    if (device === undefined || silent || !chance.happens(WEAK))
      return []
    const at = Math.floor(off - chance.between(1, 4) * HOUR)
    const id = `${world.key}/battery/${worker}/${day}`
    return [
      { type: 'grid-status.device.health', id: `${id}/low`, at, subject: grid, data: { device, health: 'low-battery', battery: chance.whole(8, 15) } },
      { type: 'grid-status.device.health', id: `${id}/ok`, at: at + HOUR, subject: grid, data: { device, health: 'ok', battery: chance.whole(70, 95) } },
    ]
  })
}
