import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { SimulatedEvent } from '../SimulatedEvent.ts'
import type { World } from '../World.ts'
import type { DutySpan } from './dutySpans.ts'
import { remembered } from '../remembered.ts'
import { dayOf } from '../localDay.ts'
import { byTime, within } from '../within.ts'
import { dutySpans } from './dutySpans.ts'

const planned = remembered(4, (world, day) => [...dutySpans(world, day).values()].flat().flatMap(span => changes(world, span)).sort(byTime))

/** Coming on and going off duty, and phones that fall silent, with `from` ≤ at < `to`. */
export function dutyEvents(world: World, from: EpochMs, to: EpochMs): SimulatedEvent[] {
  const events: SimulatedEvent[] = []
  // A shift may begin before midnight and end the next day.
  for (let day = dayOf(from, world.zoneMs) - 2; day <= dayOf(to, world.zoneMs) + 1; day++)
    events.push(...within(planned(world, day), from, to))
  return events
}

/** Those on duty at `at` come on then: the first thing that a run without a past has to say. */
export function onDutyAlready(world: World, at: EpochMs): SimulatedEvent[] {
  const day = dayOf(at, world.zoneMs)
  return [day - 2, day - 1, day, day + 1]
    .flatMap(began => [...dutySpans(world, began).values()].flat())
    .filter(span => span.on < at && at < span.off)
    .map(span => ({ ...comesOn(world, span), at }))
}

function comesOn(world: World, { worker, post, grid, on }: DutySpan): SimulatedEvent {
  return { type: 'grid-status.duty.on', id: `${world.key}/duty/${worker}/${on}/on`, at: on, subject: grid, actor: worker, data: { worker, post } }
}

function changes(world: World, span: DutySpan): SimulatedEvent[] {
  const { worker, device, grid, on, off, silent } = span
  const id = `${world.key}/duty/${worker}/${on}`
  const events: SimulatedEvent[] = [
    comesOn(world, span),
    { type: 'grid-status.duty.off', id: `${id}/off`, at: off, subject: grid, actor: worker, data: { worker } },
  ]
  if (device !== undefined && silent) {
    const battery = world.chance(id).whole(2, 9)
    events.push(
      { type: 'grid-status.device.health', id: `${id}/silent`, at: silent.from, subject: grid, data: { device, health: 'offline', battery } },
      { type: 'grid-status.device.health', id: `${id}/heard`, at: silent.to, subject: grid, data: { device, health: 'ok', battery: 80 } },
    )
  }
  return events
}
