import type { StreamName } from '../../words/stream.ts'
import type { Indicator } from '../Indicator.ts'
import type { Measure } from './measure.ts'
import { gridMeasure } from './gridMeasure.ts'

/** The measures by which grids are coloured, as indicators. Formula, window and source: as {@link gridMeasure} says of each. */
export const GRID_MEASURES: { [M in Measure as `measure-${M}`]: Indicator<`measure-${M}`, Uint8Array> } = {
  'measure-visit': byGrid('visit', ['patrol'], 'now', 'apart'),
  'measure-open': byGrid('open', ['incident'], 'now', 'counted'),
  'measure-overdue': byGrid('overdue', ['incident'], 'now', 'pastOnly'),
  'measure-cover': byGrid('cover', ['grid-status', 'patrol'], 'now', 'apart'),
  'measure-rate': byGrid('rate', ['incident', 'grid-status'], 'day', 'counted'),
  'measure-unusual': byGrid('unusual', ['incident'], 'sixHours', 'counted'),
}

function byGrid<M extends Measure>(measure: M, streams: readonly StreamName[], window: 'now' | 'day' | 'sixHours', due: 'apart' | 'counted' | 'pastOnly'): Indicator<`measure-${M}`, Uint8Array> {
  return {
    id: `measure-${measure}`,
    streams,
    window,
    due,
    measure: (state, _, now, facts) => gridMeasure(state, measure, now, facts),
    list: { kind: 'table', table: 'grids' },
  }
}
