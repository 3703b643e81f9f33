import type { Example } from '../../events/Example.ts'
import type { incidentEvents } from './events.ts'

const WORKER = 'S01256'
const incident = 'WG-1'

/** A lawful example of each event type of the stream. */
export const incidentExamples: Record<keyof typeof incidentEvents, Example> = {
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
  'incident.warned': { subject: incident, data: { clock: 'settle', level: 'community' } },
  'incident.call-passed': { subject: incident, data: { to: 'next-on-duty', seat: WORKER } },
  'incident.sent-down': { subject: incident, data: { to: 'grid', reason: 'within-capacity', note: '网格可当场处置' } },
  'incident.ruled': { subject: incident, data: { ruling: 'upheld', by: 'dutyLead' } },
  'incident.whistled': { subject: incident, data: { units: ['供热公司', '街道综合执法队'] } },
  'incident.unit-arrived': { subject: incident, data: { unit: '供热公司' } },
  'incident.led': { subject: incident, data: { unit: '供热公司', by: 'dutyLead' } },
  'incident.reclassified': { subject: incident, data: { severity: 'III', note: '影响范围扩大' } },
  'incident.report-sent': { subject: incident, data: { kind: 'first', number: 1, by: 'phone', to: '旗政府总值班室' } },
  'incident.report-received': { subject: incident, data: { number: 1 } },
  'incident.ticked': { subject: incident, data: { item: 'scene-secured', done: true } },
  'incident.attached': { subject: incident, data: { attachment: '0123456789abcdef'.repeat(4), mediaType: 'image/jpeg', bytes: 48_213 } },
  'incident.joined': { subject: incident, data: { from: 'WG-2' } },
  'incident.unmerged': { subject: incident, data: { note: '另一处，并非同一件' } },
  'incident.parted': { subject: incident, data: { from: 'WG-2', since: '2026-11-24T09:00:00+08:00' } },
  'incident.revealed': { subject: incident, data: { fields: ['phone'], why: '回拨核实地址' } },
  'incident.recalled': {
    subject: incident,
    data: { stage: 'closed', grid: '152921102001001', category: 'environment', severity: 'IV', channel: 'hotline', level: 'grid', reported: '2026-11-20T09:00:00+08:00', opened: '1763600400000-0', version: 7, settledLevel: 'grid', onTime: true, returns: 0, reopens: 0, escalations: 0, duplicates: 0, attached: 0, reports: 0, reportReceived: 0, title: '井盖松动' },
  },
}
