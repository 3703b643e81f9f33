import type { Incident } from '../Incident.ts'
import type { IncidentGround } from '../IncidentGround.ts'
import type { Level } from '../../../words/level.ts'
import { callAnew } from './callAnew.ts'
import { leaveLevel } from './leaveLevel.ts'
import { restart } from './restart.ts'
import { unpark } from './unpark.ts'

/** To another level: its limit whole; who held it holds it no longer, and whoever is called there has not signed for it. */
export function moveTo(state: IncidentGround, incident: Incident, level: Level, at: number): void {
  unpark(state, incident, at)
  leaveLevel(state, incident, at)
  restart(incident, incident.clock, at, level)
  delete incident.unit
  delete incident.assignee
  callAnew(incident, at)
  // In intake it was not sent yet; the desk is called anew all the same.
  if (incident.clock === 'intake')
    incident.dispatchedAt = 0
}
