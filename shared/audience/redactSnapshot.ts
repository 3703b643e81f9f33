import type { GridStatusRecord, IncidentRecord, Snapshot } from '../state/Snapshot.ts'
import type { AliasOf } from '../words/publicId.ts'
import type { Audience } from './Audience.ts'
import { PUBLIC_FIELDS } from '../families/incident/publicFields.ts'
import { coarse } from '../words/coarse.ts'
import { publicId } from '../words/publicId.ts'
import { withheldCounts } from './withheldCounts.ts'

/** What of a state an audience may see; positions travel beside it, so none has them. The snapshot is not changed. */
export function redactSnapshot(snapshot: Snapshot, audience: Audience, aliasOf: AliasOf): Snapshot {
  const patrol = { ...snapshot.patrol, fixes: [] }
  if (audience === 'desk')
    return { ...snapshot, patrol }
  return {
    ...snapshot,
    incident: { ...snapshot.incident, incidents: snapshot.incident.incidents.map(incident => screenIncident(incident, aliasOf)) },
    patrol: {
      ...patrol,
      workers: patrol.workers.map(each => ({ ...each, worker: aliasOf(each.worker) })),
      alarms: patrol.alarms.map(each => ({ ...each, worker: aliasOf(each.worker) })),
    },
    gridStatus: snapshot.gridStatus.map(status => screenStatus(status, aliasOf)),
  }
}

function screenIncident(incident: IncidentRecord, aliasOf: AliasOf): IncidentRecord {
  const shown: Partial<Record<keyof IncidentRecord, unknown>> = {}
  for (const field of PUBLIC_FIELDS) {
    if (incident[field] !== undefined)
      shown[field] = incident[field]
  }
  shown.id = publicId(incident.id, aliasOf)
  if (incident.place)
    shown.place = coarse(incident.place)
  if (incident.mergedInto !== undefined)
    shown.mergedInto = publicId(incident.mergedInto, aliasOf)
  return shown as IncidentRecord
}

function screenStatus({ special, ...status }: GridStatusRecord, aliasOf: AliasOf): GridStatusRecord {
  return {
    ...status,
    ...(special && { special: withheldCounts(special) }),
    onDuty: status.onDuty.map(each => ({ ...each, worker: aliasOf(each.worker) })),
    devices: status.devices.map(each => ({ ...each, device: aliasOf(each.device) })),
  }
}
