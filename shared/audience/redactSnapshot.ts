import type { GridStatusRecord, IncidentRecord, Snapshot } from '../projection/Snapshot.ts'
import type { Audience } from './Audience.ts'
import { aliasOf, publicId } from '../words/alias.ts'
import { coarse } from './coarse.ts'

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

function screenIncident(incident: IncidentRecord): IncidentRecord {
  const { title: _title, description: _description, address: _address, reporter: _reporter, unit: _unit, assignee: _assignee, ...open } = incident
  return {
    ...open,
    id: publicId(open.id),
    ...(open.place && { place: coarse(open.place) }),
    ...(open.mergedInto !== undefined && { mergedInto: publicId(open.mergedInto) }),
  }
}

function screenStatus({ special: _special, ...status }: GridStatusRecord): GridStatusRecord {
  return {
    ...status,
    onDuty: status.onDuty.map(each => ({ ...each, worker: aliasOf(each.worker) })),
    devices: status.devices.map(each => ({ ...each, device: aliasOf(each.device) })),
  }
}
