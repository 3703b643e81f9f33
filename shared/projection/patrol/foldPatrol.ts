import type { PatrolEvent } from '../../events/event.ts'
import type { Folded } from '../Folded.ts'
import type { State } from '../State.ts'
import type { PatrolSlice } from './PatrolSlice.ts'
import { assertNever } from '../../words/assertNever.ts'
import { raise } from './raise.ts'
import { moveWorker } from './moveWorker.ts'
import { epochOf } from '../../words/time.ts'

/** Applies an event of the stream `patrol`. A grid outside the state (another scope) counts as nowhere. */
export function foldPatrol(state: State, event: PatrolEvent): Folded {
  // That a device was heard says nothing of where it is: the entry alone tells that its source lives.
  if (event.type === 'patrol.heard')
    return { outcome: 'applied', touched: { stream: 'patrol', grids: [], hours: false } }
  const { patrol: slice, index } = state
  const at = epochOf(event.time)
  const grid = index.grid(event.data.grid)
  const worker = event.subject
  const touched = [] as number[]

  switch (event.type) {
    case 'patrol.position':
      moveWorker(state, worker, grid, at, touched)
      // Absent where the event was redacted: positions travel beside the events.
      if (grid >= 0 && event.data.lng !== undefined && event.data.lat !== undefined)
        setFix(slice, worker, event.data.lng, event.data.lat, at)
      raise(state, 'visitAt', grid, at, touched)
      break
    case 'patrol.entered-grid':
    case 'patrol.checkpoint':
      moveWorker(state, worker, grid, at, touched)
      raise(state, 'visitAt', grid, at, touched)
      break
    case 'patrol.started':
      moveWorker(state, worker, grid, at, touched)
      break
    case 'patrol.sos':
      raise(state, 'sosAt', grid, at, touched)
      break
    case 'patrol.ended':
      moveWorker(state, worker, -1, at, touched)
      break
    default:
      return assertNever(event)
  }
  return { outcome: 'applied', touched: { stream: 'patrol', grids: touched, hours: false } }
}

/** In place where there is one: a new object each time would be the heap's main traffic. */
function setFix({ fixes }: PatrolSlice, worker: string, lng: number, lat: number, at: number): void {
  const fix = fixes.get(worker)
  if (!fix) {
    fixes.set(worker, { lng, lat, at })
    return
  }
  fix.lng = lng
  fix.lat = lat
  fix.at = at
}
