import type { WanggeEvent } from '../../shared/state/event.ts'
import type { SimulatedDistrict } from '../../server/simulator/day/World.ts'
import type { SimulatedEvent } from '../../server/simulator/day/SimulatedEvent.ts'
import type { ScenarioName } from '../../server/simulator/day/Scenario.ts'
import { fileURLToPath } from 'node:url'
import { GridLocator } from '../../server/district/GridLocator.ts'
import { detailAt } from '../../server/simulator/detailAt.ts'
import { eventsBetween, prologue } from '../../server/simulator/day/eventsBetween.ts'
import { scenarioOf } from '../../server/simulator/day/Scenario.ts'
import { SOURCE } from '../../server/simulator/day/SimulatedEvent.ts'
import { World } from '../../server/simulator/day/World.ts'
import { readDistrict } from '../../server/simulator/readDistrict.ts'
import { streamOf } from '../../shared/state/eventTypes.ts'

export const demo: SimulatedDistrict = await readDistrict(fileURLToPath(new URL('../../server/district/demo/data', import.meta.url)))
export const locator = new GridLocator(demo.grids)

export const HOUR = 3_600_000
/** A Tuesday afternoon in Alxa. */
export const AFTERNOON = Date.parse('2026-11-24T16:00:00+08:00')

interface Choice { seed?: number; scenario?: ScenarioName; rate?: number; origin?: number }

export function world({ seed = 7, scenario = 'day', rate = 6, origin = AFTERNOON - 48 * HOUR }: Choice = {}): World {
  return new World({ district: demo, seed, scenario: scenarioOf(scenario), rate, origin })
}

/** All that a first run tells until `now`. */
export function pastUntil(now: number, of: World): SimulatedEvent[] {
  const events = prologue(of)
  for (let from = of.origin; from < now;) {
    const { detail, to } = detailAt(from, now)
    events.push(...eventsBetween(of, from, to, detail))
    from = to
  }
  return events
}

/** As the reader hands it to the fold: placed, with an entry. */
export function asRead(event: SimulatedEvent, index: number): WanggeEvent {
  const { type, id, at, subject, actor } = event
  const data: Record<string, unknown> = { ...event.data }
  const point = type === 'incident.reported' ? event.data.place : type === 'patrol.position' ? event.data : undefined
  if (point)
    data.grid = locator.locate(point.lng, point.lat)
  const attributes = { entry: `${AFTERNOON}-${index}`, time: new Date(at).toISOString(), source: SOURCE, id, subject, ...(actor !== undefined && { actor }) }
  return { ...attributes, stream: streamOf(type), type, data } as WanggeEvent
}
