import type { SimulatedEvent } from '../SimulatedEvent.ts'
import type { World } from '../World.ts'
import { dayStart, HOUR } from '../localDay.ts'

const WEEK = 7

/** Each grid is counted once a week, by day; the figures drift by a few from what the data set says. */
export function countsOfDay(world: World, day: number): SimulatedEvent[] {
  return world.district.grids.flatMap(({ properties: { code, households, residents } }): SimulatedEvent[] => {
    if (world.chance(`counted on ${code}`).whole(0, WEEK - 1) !== day % WEEK)
      return []
    const chance = world.chance(`count ${code} ${day}`)
    const drift = (figure: number) => Math.max(0, Math.round(figure * chance.between(0.99, 1.01)))
    return [{
      type: 'grid-status.population.counted',
      id: `${world.key}/count/${code}/${day}`,
      at: Math.floor(dayStart(day, world.zoneMs) + chance.between(9, 18) * HOUR),
      subject: code,
      actor: world.leaderOf(code),
      data: {
        households: drift(households),
        residents: drift(residents),
        special: {
          'elderly-alone': Math.round(residents * chance.between(0.004, 0.02)),
          'severe-disability': Math.round(residents * chance.between(0.001, 0.006)),
          'children-left-behind': Math.round(residents * chance.between(0, 0.004)),
        },
      },
    }]
  })
}
