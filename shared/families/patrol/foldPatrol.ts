import type { PatrolEvent } from './PatrolEvent.ts'
import type { Folded } from '../../kernel/Folded.ts'
import type { PatrolGround } from './PatrolGround.ts'
import type { Heard } from './PatrolSlice.ts'
import type { CallTold } from './foldCall.ts'
import { assertNever } from '../../words/assertNever.ts'
import { epochOf } from '../../words/time/time.ts'
import { hear } from './hear.ts'
import { foldCall } from './foldCall.ts'
import { raiseAlarm } from './raiseAlarm.ts'
import { raiseCall } from './raiseCall.ts'
import { raiseVisit } from './raiseVisit.ts'

/** Applies an event of the stream `patrol`. A grid outside the state (another scope), or none, counts as nowhere. */
export function foldPatrol(state: PatrolGround, event: PatrolEvent): Folded {
  // That a device was heard says nothing of where it is: the entry alone tells that its source lives.
  if (event.type === 'patrol.heard')
    return { outcome: 'applied', touched: { stream: 'patrol', grids: [], hours: false } }
  if (isCallTold(event))
    return foldCall(state, event)
  const at = epochOf(event.time)
  const grid = state.index.grid(event.data.grid)
  const { subject: worker, entry } = event
  const touched = [] as number[]

  switch (event.type) {
    case 'patrol.position':
      setFix(hear(state, worker, grid, at, entry, false, touched), event.data.lng, event.data.lat, at)
      raiseVisit(state, grid, at, touched)
      break
    case 'patrol.entered-grid':
    case 'patrol.checkpoint':
      hear(state, worker, grid, at, entry, false, touched)
      raiseVisit(state, grid, at, touched)
      break
    case 'patrol.started':
      hear(state, worker, grid, at, entry, false, touched)
      break
    case 'patrol.sos':
      setFix(hear(state, worker, grid, at, entry, false, touched), event.data.lng, event.data.lat, at)
      raiseAlarm(state, worker, grid, at, entry, touched)
      raiseCall(state, event, grid, at, touched)
      break
    case 'patrol.ended':
      hear(state, worker, grid, at, entry, true, touched)
      break
    default:
      return assertNever(event)
  }
  return { outcome: 'applied', touched: { stream: 'patrol', grids: touched, hours: false } }
}

/** Coordinates are absent where the event was redacted: positions travel beside the events. Of two at one moment the one further east holds, then north, so that their order is all the same. */
function setFix(heard: Heard | undefined, lng: number | undefined, lat: number | undefined, at: number): void {
  if (!heard || lng === undefined || lat === undefined || at < heard.fixAt)
    return
  if (at === heard.fixAt && (lng < heard.lng || (lng === heard.lng && lat <= heard.lat)))
    return
  heard.lng = lng
  heard.lat = lat
  heard.fixAt = at
}

function isCallTold(event: PatrolEvent): event is CallTold {
  return event.type.startsWith('patrol.sos-')
}
