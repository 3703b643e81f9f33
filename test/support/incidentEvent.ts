import type { WanggeEvent } from '../../shared/state/event.ts'
import { tinyBasis } from './tinyBasis.ts'

export const T0 = Date.UTC(2026, 10, 24, 1)

/** An event about incident WG-1 (of the tiny district's first grid, severity IV, unless `data` says otherwise), `minutes` after {@link T0}. */
export function incidentEvent(move: string, minutes: number, data: object = {}, { subject = 'WG-1', lateMinutes = 0 } = {}): WanggeEvent {
  const at = T0 + minutes * 60_000
  const own = move === 'reported' ? { category: 'facility', severity: 'IV', channel: 'app', grid: tinyBasis.grids[0]!, ...data } : data
  return {
    stream: 'incident',
    entry: `${at}-0`,
    type: `incident.${move}`,
    time: new Date(at - lateMinutes * 60_000).toISOString(),
    source: 'test',
    id: `${subject}-${move}-${minutes}`,
    subject,
    data: own,
  } as WanggeEvent
}
