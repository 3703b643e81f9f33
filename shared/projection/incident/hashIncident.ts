import type { GridDigest } from '../GridDigest.ts'
import type { Incident } from './Incident.ts'
import { STAGES } from '../../domain/stages.ts'
import { publicId } from '../../words/alias.ts'
import { CATEGORIES } from '../../words/category.ts'
import { hash32 } from '../../words/hash32.ts'
import { LEVELS } from '../../words/level.ts'
import { SEVERITIES } from '../../words/severity.ts'

const INCIDENT = 1
const parts = new Float64Array(18)
// An id never changes, and its hash costs more than all the rest.
const idHashes = new WeakMap<Incident, number>()

/** Adds an incident to the digest or takes it away: the fields that every audience sees. */
export function hashIncident(digest: GridDigest, sign: 1 | -1, incident: Incident): void {
  parts[0] = idHash(incident)
  parts[1] = CATEGORIES.indexOf(incident.category)
  parts[2] = SEVERITIES.indexOf(incident.severity)
  parts[3] = LEVELS.indexOf(incident.level)
  parts[4] = STAGES.indexOf(incident.stage)
  parts[5] = incident.clockAt
  parts[6] = incident.reportedAt
  parts[7] = incident.stageAt
  parts[8] = incident.extendedMs
  parts[9] = incident.parkedMs
  parts[10] = incident.parkedAt
  parts[11] = incident.returns
  parts[12] = incident.escalations
  parts[13] = incident.comments
  parts[14] = (incident.supervised ? 1 : 0) + (incident.card === 'yellow' ? 2 : incident.card === 'red' ? 4 : 0)
  parts[15] = incident.onTime === undefined ? 0 : incident.onTime ? 1 : 2
  parts[16] = incident.version
  parts[17] = hash32(incident.subcategory ?? '')
  digest.put(incident.grid, sign, INCIDENT, parts)
}

function idHash(incident: Incident): number {
  let hash = idHashes.get(incident)
  if (hash === undefined)
    idHashes.set(incident, hash = hash32(publicId(incident.id)))
  return hash
}
