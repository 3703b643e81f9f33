import type { Incident } from '../Incident.ts'
import type { IncidentGround } from '../IncidentGround.ts'
import { countTime } from '../countTime.ts'

/** How long it was at its level is counted; from now on it is at another. */
export function leaveLevel(state: IncidentGround, incident: Incident, at: number): void {
  countTime(state, incident.grid, incident.level, incident.levelAt, at)
  incident.levelAt = at
}
