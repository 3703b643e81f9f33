import type { Move } from '../../domain/stageTable.ts'
import type { IncidentEvent } from './IncidentEvent.ts'
import type { Folded } from '../../kernel/Folded.ts'
import type { IncidentGround } from './IncidentGround.ts'
import { isEnded } from '../../domain/stages.ts'
import { stageAfter } from '../../domain/stageTable.ts'
import { entryMs } from '../../words/entryId.ts'
import { unlawful } from '../../kernel/unlawful.ts'
import { applyMove } from './moves/applyMove.ts'
import { hashIncident } from './hashIncident.ts'
import { isToLeave, letEndedGo } from './letEndedGo.ts'
import { epochOf } from '../../words/time/time.ts'
import { whyUnlawful } from './whyUnlawful.ts'

/** What is said of a matter without contradicting what anybody else is about to do with it. */
const LIGHT: ReadonlySet<Move> = new Set(['commented', 'warned', 'call-passed', 'supervised', 'whistled', 'unit-arrived', 'report-received', 'ticked', 'attached', 'joined', 'parted', 'revealed'])

type Change = Exclude<IncidentEvent, { type: 'incident.reported' | 'incident.recalled' }>

/** A known matter changes, if the table of stages lets it. */
export function changed(state: IncidentGround, event: Change): Folded {
  const { incident: slice, digest } = state
  const incident = slice.incidents.get(event.subject)
  if (!incident || isToLeave(incident, event.entry))
    return unlawful('subject', 'No such incident is known; report it first (one that ended long ago has left).')
  const move = event.type.slice('incident.'.length) as Move
  const next = stageAfter(incident, move, event.type === 'incident.resumed' ? event.data.to : undefined)
  if (next === null)
    return unlawful('type', `An incident that is ${incident.stage} cannot be ${move}.`)
  const wrong = whyUnlawful(incident, event)
  if (wrong)
    return wrong

  letEndedGo(state, incident.grid, event.entry)
  hashIncident(digest, -1, incident)
  const wasEnded = isEnded(incident.stage)
  const { mergedFromAt } = incident
  const isLight = LIGHT.has(move) || (move === 'acknowledged' && next === incident.stage)
  const hours = applyMove(state, incident, event)
  if (next !== incident.stage)
    incident.stageAt = move === 'unmerged' ? mergedFromAt : epochOf(event.time)
  incident.stage = next
  incident.version++
  if (!isLight) {
    incident.entry = event.entry
    incident.move = move
    incident.movedAt = epochOf(event.time)
    incident.actor = event.actor
  }
  if (isEnded(next) && !wasEnded) {
    incident.endedEntry = event.entry
    slice.ended[incident.grid]!.push({ id: incident.id, entryMs: entryMs(event.entry) })
    slice.open[incident.grid]!--
  }
  else if (!isEnded(next) && wasEnded) {
    delete incident.endedEntry
    slice.open[incident.grid]!++
  }
  hashIncident(digest, 1, incident)
  return { outcome: 'applied', touched: { stream: 'incident', grids: [incident.grid], incident: incident.id, hours } }
}
