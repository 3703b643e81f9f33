import type { Indicator } from '../Indicator.ts'
import type { OnDutyCover } from './onDutyCover.ts'
import { onDutyCover } from './onDutyCover.ts'

/** 此刻有人在岗. Formula: grids with somebody on duty from whom something was heard lately / grids, as in `onDutyCover`. Window: this moment. Source: streams `grid-status` and `patrol`. */
export const onDuty: Indicator<'onDuty', OnDutyCover> = {
  id: 'onDuty',
  streams: ['grid-status', 'patrol'],
  window: 'now',
  due: 'apart',
  measure: onDutyCover,
  figures: cover => [{ word: 'count', value: cover.covered }, { word: 'grids', value: cover.grids }],
  list: { kind: 'grids', cover: 'covered' },
}
