import type { GridDigest } from '../GridDigest.ts'
import type { Incident } from './Incident.ts'
import type { Move } from '../../domain/stageTable.ts'
import { STAGES } from '../../domain/stages.ts'
import { MOVES } from '../../domain/stageTable.ts'
import { publicId } from '../../words/alias.ts'
import { CATEGORIES } from '../../words/category.ts'
import { entryMs } from '../../words/entryId.ts'
import { hash32 } from '../../words/hash32.ts'
import { LEVELS } from '../../words/level.ts'
import { SEVERITIES } from '../../words/severity.ts'

const INCIDENT = 1
const parts = new Float64Array(25)
const CALLED: readonly Incident['calledTo'][] = ['next-on-duty', 'lead']
const RULINGS: readonly Incident['ruling'][] = ['upheld', 'overruled']
const KINDS: readonly Incident['reportKind'][] = ['first', 'follow-up', 'final']
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
  parts[18] = incident.escalatedAt + 3 * incident.breachedAt
  // Counts and times that are mostly small or 0 share a part: the whole is hashed twice an event.
  parts[19] = packed(incident.overruled, incident.reworks, incident.reopens, incident.descents, incident.calls)
  parts[20] = packed(incident.arrived, incident.reports, incident.reportReceived, incident.duplicates, incident.attached)
  parts[21] = packed(MOVES.indexOf(incident.move as Move), CALLED.indexOf(incident.calledTo), RULINGS.indexOf(incident.ruling), KINDS.indexOf(incident.reportKind), incident.led ? 1 : 0)
  parts[22] = incident.warnedAt + 3 * incident.callWarnedAt + 5 * incident.supervisedAt + 7 * incident.supervisedDue + 11 * incident.cardAt
  parts[23] = incident.whistledAt + 3 * incident.phonedAt + 5 * incident.writtenAt + 7 * incident.parkedUntil + 11 * incident.reportAt
  parts[24] = incident.calledAt + 3 * incident.dispatchedAt + 5 * incident.movedAt + 7 * entryMs(incident.entry) + 11 * incident.severityAt + 13 * incident.levelAt + 17 * incident.feedbackAt
  digest.put(incident.grid, sign, INCIDENT, parts)
}

function idHash(incident: Incident): number {
  let hash = idHashes.get(incident)
  if (hash === undefined)
    idHashes.set(incident, hash = hash32(publicId(incident.id)))
  return hash
}

function packed(a: number, b: number, c: number, d: number, e: number): number {
  return a + b * 0x400 + c * 0x100000 + d * 0x40000000 + e * 0x10000000000
}
