import { describe, expect, it } from 'vitest'
import { plannedPatrols } from '../../../../server/simulator/day/patrol/plannedPatrols.ts'
import { patrolEvents } from '../../../../server/simulator/day/patrol/patrolEvents.ts'
import { SPEED } from '../../../../server/simulator/day/patrol/routeOf.ts'
import { World } from '../../../../server/simulator/day/World.ts'
import { AFTERNOON, demo, HOUR, locator, world } from '../../../support/simulated.ts'

const gridOf = new Map(demo.staff.map(({ id, grid }) => [id, grid]))
const kindOf = new Map(demo.grids.map(({ properties }) => [properties.code, properties.kind]))
const METRES = 111_200

function positions(of: World, from: number, to: number) {
  return patrolEvents(of, from, to, 'full').flatMap(event => event.type === 'patrol.position' ? [event] : [])
}

describe('routes', () => {
  const heard = positions(world(), AFTERNOON, AFTERNOON + 2 * HOUR)

  it('stay in their grid', () => {
    const outside = heard.filter(({ subject, data: { lng, lat } }) => locator.locate(lng, lat) !== gridOf.get(subject))
    expect(heard.length).toBeGreaterThan(10_000)
    expect(outside).toEqual([])
  })

  it('advance no faster than on foot in town, than a vehicle in pasture, and do advance', () => {
    const before = new Map<string, (typeof heard)[number]>()
    const moved = { urban: 0, town: 0, pastoral: 0 }
    for (const event of heard) {
      const last = before.get(event.subject)
      before.set(event.subject, event)
      if (!last)
        continue
      const kind = kindOf.get(gridOf.get(event.subject)!)!
      const east = (event.data.lng - last.data.lng) * METRES * Math.cos(event.data.lat * Math.PI / 180)
      const metres = Math.hypot(east, (event.data.lat - last.data.lat) * METRES)
      moved[kind] += metres
      // A tenth of a metre of rounding, a few parts in a thousand of flat earth; a new round may begin elsewhere.
      if (event.id.split('/')[3] === last.id.split('/')[3])
        expect(metres).toBeLessThan((event.at - last.at) / 1000 * SPEED[kind][1] * 1.01 + 0.5)
    }
    expect(moved.urban).toBeGreaterThan(50_000)
    expect(moved.pastoral).toBeGreaterThan(500_000)
  })
})

describe('rate', () => {
  it.each([2, 6, 100])('of %i events a second is met by day', (rate) => {
    const perSecond = patrolEvents(world({ rate }), AFTERNOON, AFTERNOON + 600_000, 'full').length / 600
    expect(perSecond).toBeGreaterThan(rate * 0.8)
    expect(perSecond).toBeLessThan(rate * 1.2)
  })

  it('of 100 is met at night too, while a usual night is quiet', () => {
    const night = Date.parse('2026-11-25T02:30:00+08:00')
    const perSecond = (rate: number) => patrolEvents(world({ rate }), night, night + 600_000, 'full').length / 600
    expect(perSecond(100)).toBeGreaterThan(80)
    expect(perSecond(6)).toBeLessThan(3)
  })
})

it('nobody is followed where the district does not track on shift', () => {
  const untracked = new World({ ...world(), district: { ...demo, tracking: 'emergency' }, seed: 7 })
  expect(positions(untracked, AFTERNOON, AFTERNOON + 60_000)).toEqual([])
})

it('rounds go from building to building of the own grid', () => {
  const own = new Map(demo.buildings.map(({ properties }) => [properties.id, properties.grid]))
  const day = Math.floor((AFTERNOON + 8 * HOUR) / (24 * HOUR))
  const { patrols } = plannedPatrols(world(), day)
  expect(patrols.every(({ route, span }) => route.stops.length > 0 && route.stops.every(({ building }) => own.get(building) === span.grid))).toBe(true)
})
