import type { EpochMs } from '../../../../shared/words/time/time.ts'
import type { DutySpan } from '../duty/dutySpans.ts'
import type { World } from '../World.ts'
import { remembered } from '../remembered.ts'
import { dutySpans } from '../duty/dutySpans.ts'
import { hourOfDay, MINUTE, SECOND } from '../localDay.ts'

/** One round of a worker on duty: from leaving the office to coming back. */
export interface Session {
  id: string
  span: DutySpan
  kind: 'urban' | 'town' | 'pastoral'
  from: EpochMs
  to: EpochMs
}

/** Minutes: until the first round of a shift, of a round, between rounds. Who is on duty is heard before silence counts as no signal. */
interface Rhythm { first: [number, number]; round: [number, number]; pause: [number, number] }

const TOWN_DAY: Rhythm = { first: [6, 25], round: [32, 52], pause: [34, 56] }
const TOWN_NIGHT: Rhythm = { first: [10, 40], round: [15, 30], pause: [35, 55] }
const PASTURE_DAY: Rhythm = { first: [20, 80], round: [75, 112], pause: [40, 100] }
const PASTURE_NIGHT: Rhythm = { first: [30, 90], round: [40, 90], pause: [70, 110] }
/** More positions are wanted than a usual day has: everybody is out all the time. */
const WITHOUT_PAUSE: Rhythm = { first: [0.2, 1], round: [60, 110], pause: [0.1, 0.3] }

/** Above so many events a second a usual day's patrols would have to send too often. */
export const USUAL_RATE = 10

/** The rounds of all shifts that begin on a local day. */
export const sessionsOfDay = remembered(3, (world, day): readonly Session[] =>
  [...dutySpans(world, day).values()].flat().flatMap(span => sessionsOf(world, span)))

function sessionsOf(world: World, span: DutySpan): Session[] {
  const kind = world.gridOf.get(span.grid)!.properties.kind
  const chance = world.chance(`rounds ${span.worker} ${span.on}`)
  const { first, round, pause } = rhythmOf(world, span, kind)
  const sessions: Session[] = []
  for (let from = span.on + chance.between(...first) * MINUTE; from < span.off - 15 * MINUTE;) {
    const to = Math.floor(Math.min(from + chance.between(...round) * MINUTE, span.off - chance.between(1, 6) * MINUTE))
    const walked = chance.happens(world.scenario.patrols)
    if (walked && to - from > 10 * MINUTE)
      sessions.push({ id: `${world.key}/patrol/${span.worker}/${Math.floor(from / SECOND)}`, span, kind, from: Math.floor(from), to })
    from = to + chance.between(...pause) * MINUTE
  }
  return sessions
}

function rhythmOf({ rate, zoneMs }: World, { on }: DutySpan, kind: Session['kind']): Rhythm {
  if (rate > USUAL_RATE)
    return WITHOUT_PAUSE
  const hour = hourOfDay(on, zoneMs)
  const byNight = hour >= 17 || hour < 5
  return kind === 'pastoral' ? (byNight ? PASTURE_NIGHT : PASTURE_DAY) : (byNight ? TOWN_NIGHT : TOWN_DAY)
}
