import type { EventType } from './eventTypes.ts'

const GRID = '152921404003002'
const WORKER = 'S01256'
const incident = 'WG-1'

/** A lawful example of each event type; grid, worker and building are of the demo district, whose people are invented. */
export const EXAMPLES: Record<EventType, { subject: string; data: Record<string, unknown> }> = {
  'incident.reported': {
    subject: incident,
    data: { category: 'environment', severity: 'IV', channel: 'hotline', title: '井盖松动', description: '…', place: { lng: 105.689, lat: 38.841 } },
  },
  'incident.accepted': { subject: incident, data: { unit: '街道综合执法队' } },
  'incident.rejected': { subject: incident, data: { reason: 'repeat', note: '与 WG-2 为同一件事' } },
  'incident.dispatched': { subject: incident, data: { level: 'community', unit: '社区居委会', assignee: WORKER } },
  'incident.acknowledged': { subject: incident, data: { unit: '社区居委会' } },
  'incident.handling': { subject: incident, data: { note: '已到现场' } },
  'incident.returned': { subject: incident, data: { reason: 'not-ours', note: '属供热公司' } },
  'incident.extended': { subject: incident, data: { by: 'PT12H', note: '等待配件' } },
  'incident.parked': { subject: incident, data: { reason: 'season', until: '2027-04-01T00:00:00+08:00' } },
  'incident.resumed': { subject: incident, data: {} },
  'incident.feedback': { subject: incident, data: { note: '井盖已更换' } },
  'incident.checking': { subject: incident, data: {} },
  'incident.rework': { subject: incident, data: { reason: 'partly-done' } },
  'incident.closed': { subject: incident, data: { level: 'grid', note: '已核查' } },
  'incident.evaluated': { subject: incident, data: { satisfied: true } },
  'incident.merged': { subject: incident, data: { into: 'WG-2' } },
  'incident.reopened': { subject: incident, data: { reason: 'came-back' } },
  'incident.escalated': { subject: incident, data: { to: 'town', reason: 'limit-passed' } },
  'incident.supervised': { subject: incident, data: { card: 'yellow', due: '2026-12-01T18:00:00+08:00' } },
  'incident.commented': { subject: incident, data: { text: '请优先处理' } },
  'patrol.started': { subject: WORKER, data: { grid: GRID } },
  'patrol.position': { subject: 'tracker-000352', data: { lng: 105.689, lat: 38.841, accuracy: 8, speed: 1.2, course: 90, battery: 76 } },
  'patrol.entered-grid': { subject: WORKER, data: { grid: GRID } },
  'patrol.checkpoint': { subject: WORKER, data: { grid: GRID, checkpoint: 'B01037' } },
  'patrol.sos': { subject: WORKER, data: { lng: 105.689, lat: 38.841 } },
  'patrol.ended': { subject: WORKER, data: { grid: GRID } },
  'grid-status.duty.on': { subject: GRID, data: { worker: WORKER, post: 'gridWorker' } },
  'grid-status.duty.off': { subject: GRID, data: { worker: WORKER } },
  'grid-status.population.counted': { subject: GRID, data: { households: 412, residents: 1033, special: { elderLivingAlone: 7 } } },
  'grid-status.risk.changed': { subject: GRID, data: { risk: 'medium' } },
  'grid-status.grid.opened': { subject: GRID, data: {} },
  'grid-status.grid.controlled': { subject: GRID, data: { note: '道路施工' } },
  'grid-status.grid.closed': { subject: GRID, data: {} },
  'grid-status.device.health': { subject: GRID, data: { device: 'tracker-000352', health: 'low-battery', battery: 12 } },
}
