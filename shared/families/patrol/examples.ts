import type { Example } from '../../events/Example.ts'
import type { patrolEvents } from './events.ts'

const GRID = '152921404003002'
const WORKER = 'S01256'
const CALL = 'sos:1764549002000-0'

/** A lawful example of each event type of the stream. */
export const patrolExamples: Record<keyof typeof patrolEvents, Example> = {
  'patrol.started': { subject: WORKER, data: { grid: GRID } },
  'patrol.position': { subject: 'tracker-000352', data: { lng: 105.689, lat: 38.841, accuracy: 8, speed: 1.2, course: 90, battery: 76 } },
  'patrol.heard': { subject: 'tracker-000352', data: { battery: 14, alarm: 'lowBattery' } },
  'patrol.entered-grid': { subject: WORKER, data: { grid: GRID } },
  'patrol.checkpoint': { subject: WORKER, data: { grid: GRID, checkpoint: 'B01037' } },
  'patrol.sos': { subject: WORKER, data: { lng: 105.689, lat: 38.841 } },
  'patrol.ended': { subject: WORKER, data: { grid: GRID } },
  'patrol.sos-signed': { subject: CALL, data: { grid: GRID } },
  'patrol.sos-called': { subject: CALL, data: { grid: GRID, to: 'next-on-duty', seat: 'duty-2' } },
  'patrol.sos-passed-on': { subject: CALL, data: { grid: GRID, to: 'lead', seat: 'lead-1' } },
  'patrol.sos-ended': { subject: CALL, data: { grid: GRID, outcome: 'helped' } },
}
