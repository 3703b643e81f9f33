import type { Indicator } from '../Indicator.ts'
import type { OnDutyCover } from './onDutyCover.ts'
import { onDutyCover } from './onDutyCover.ts'

/** 无信号. Formula: grids with somebody on duty of whom nothing was heard for long / grids where somebody is expected, as in `onDutyCover`. Window: this moment. Source: streams `grid-status` and `patrol`. */
export const noSignal: Indicator<'noSignal', OnDutyCover> = {
  id: 'noSignal',
  streams: ['grid-status', 'patrol'],
  window: 'now',
  due: 'apart',
  measure: onDutyCover,
  figures: cover => [{ word: 'count', value: cover.noSignal }, { word: 'expected', value: cover.expected }],
  list: { kind: 'grids', cover: 'no-signal' },
}
