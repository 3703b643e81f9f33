import type { Indicator } from '../Indicator.ts'
import type { OnDutyCover } from './onDutyCover.ts'
import { onDutyCover } from './onDutyCover.ts'

/** 此刻有人在岗. Formula: grids with somebody on duty from whom something was heard lately / grids where somebody is expected, as in `onDutyCover`. Window: this moment. Source: streams `grid-status` and `patrol`. */
export const onDuty: Indicator<'onDuty', OnDutyCover> = {
  id: 'onDuty',
  streams: ['grid-status', 'patrol'],
  window: 'now',
  due: 'apart',
  measure: onDutyCover,
  figures: cover => [{ word: 'count', value: cover.covered }, { word: 'expected', value: cover.expected }],
  list: { kind: 'grids', cover: 'covered' },
}
