import type { GridStatusRecord, IncidentRecord, Snapshot } from '../projection/Snapshot.ts'
import type { Audience } from './Audience.ts'
import { aliasOf, publicId } from '../words/alias.ts'
import { coarse } from './coarse.ts'
import { withheldCounts } from './withheldCounts.ts'

/** What of a state an audience may see; positions travel beside it, so none has them. The snapshot is not changed. */
export function redactSnapshot(snapshot: Snapshot, audience: Audience): Snapshot {
  const patrol = { ...snapshot.patrol, fixes: [] }
  if (audience === 'desk')
    return { ...snapshot, patrol }
  return {
    ...snapshot,
    incident: { ...snapshot.incident, incidents: snapshot.incident.incidents.map(screenIncident) },
    patrol: { ...patrol, workers: patrol.workers.map(each => ({ ...each, worker: aliasOf(each.worker) })) },
    gridStatus: snapshot.gridStatus.map(screenStatus),
  }
}

/** Which fields of a matter reach a screen: an allow-list in which every field is decided. */
const ON_SCREEN: Record<keyof IncidentRecord, boolean> = {
  id: true,
  grid: true,
  category: true,
  subcategory: true,
  severity: true,
  channel: true,
  place: true,
  level: true,
  stage: true,
  clock: true,
  clockAt: true,
  reportedAt: true,
  stageAt: true,
  severityAt: true,
  levelAt: true,
  feedbackAt: true,
  extendedMs: true,
  parkedMs: true,
  parkedAt: true,
  parkedUntil: true,
  warnedAt: true,
  callWarnedAt: true,
  calledAt: true,
  calls: true,
  calledTo: true,
  dispatchedAt: true,
  returns: true,
  overruled: true,
  ruling: true,
  reworks: true,
  reopens: true,
  escalations: true,
  escalatedAt: true,
  breachedAt: true,
  descents: true,
  comments: true,
  supervised: true,
  supervisedAt: true,
  supervisedDue: true,
  card: true,
  cardAt: true,
  whistledAt: true,
  arrived: true,
  led: true,
  reports: true,
  reportKind: true,
  reportReceived: true,
  reportAt: true,
  phonedAt: true,
  writtenAt: true,
  duplicates: true,
  attached: true,
  endedEntry: true,
  settledLevel: true,
  onTime: true,
  satisfied: true,
  mergedInto: true,
  version: true,
  entry: true,
  move: true,
  movedAt: true,
  title: false,
  description: false,
  address: false,
  reporter: false,
  unit: false,
  assignee: false,
  actor: false,
  parkedFor: false,
  parkedBy: false,
  returnedBy: false,
  units: false,
  leadUnit: false,
  ticked: false,
  attachments: false,
}

const SHOWN = (Object.keys(ON_SCREEN) as (keyof IncidentRecord)[]).filter(field => ON_SCREEN[field])

function screenIncident(incident: IncidentRecord): IncidentRecord {
  const shown: Partial<Record<keyof IncidentRecord, unknown>> = {}
  for (const field of SHOWN) {
    if (incident[field] !== undefined)
      shown[field] = incident[field]
  }
  shown.id = publicId(incident.id)
  if (incident.place)
    shown.place = coarse(incident.place)
  if (incident.mergedInto !== undefined)
    shown.mergedInto = publicId(incident.mergedInto)
  return shown as IncidentRecord
}

function screenStatus({ special, ...status }: GridStatusRecord): GridStatusRecord {
  return {
    ...status,
    ...(special && { special: withheldCounts(special) }),
    onDuty: status.onDuty.map(each => ({ ...each, worker: aliasOf(each.worker) })),
    devices: status.devices.map(each => ({ ...each, device: aliasOf(each.device) })),
  }
}
