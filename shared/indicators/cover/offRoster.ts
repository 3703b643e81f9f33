import type { Indicator } from '../Indicator.ts'
import type { OnDutyCover } from './onDutyCover.ts'
import { onDutyCover } from './onDutyCover.ts'

/** 按班无人. Formula: grids where by the roster nobody is expected, and nobody is / grids, as in `onDutyCover`. Window: this moment. Source: streams `grid-status` and `patrol`, and the roster. */
export const offRoster: Indicator<'offRoster', OnDutyCover> = {
  id: 'offRoster',
  streams: ['grid-status', 'patrol'],
  window: 'now',
  due: 'apart',
  measure: onDutyCover,
  figures: cover => [{ word: 'count', value: cover.offRoster }, { word: 'grids', value: cover.grids }],
  list: { kind: 'grids', cover: 'off-roster' },
}
