import type { Example } from '../../events/Example.ts'
import type { gridStatusEvents } from './events.ts'

const GRID = '152921404003002'
const WORKER = 'S01256'

/** A lawful example of each event type of the stream. */
export const gridStatusExamples: Record<keyof typeof gridStatusEvents, Example> = {
  'grid-status.duty.on': { subject: GRID, data: { worker: WORKER, post: 'gridWorker' } },
  'grid-status.duty.off': { subject: GRID, data: { worker: WORKER } },
  'grid-status.population.counted': { subject: GRID, data: { households: 412, residents: 1033, special: { 'elderly-alone': 7 } } },
  'grid-status.risk.changed': { subject: GRID, data: { risk: 'medium' } },
  'grid-status.grid.opened': { subject: GRID, data: {} },
  'grid-status.grid.controlled': { subject: GRID, data: { note: '道路施工' } },
  'grid-status.grid.closed': { subject: GRID, data: {} },
  'grid-status.device.health': { subject: GRID, data: { device: 'tracker-000352', health: 'low-battery', battery: 12 } },
}
