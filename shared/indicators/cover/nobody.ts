import type { Indicator } from '../Indicator.ts'
import type { OnDutyCover } from './onDutyCover.ts'
import { onDutyCover } from './onDutyCover.ts'

/** 无人在岗. Formula: grids in which nobody is on duty / grids, as in `onDutyCover`. Window: this moment. Source: streams `grid-status` and `patrol`. */
export const nobody: Indicator<'nobody', OnDutyCover> = {
  id: 'nobody',
  streams: ['grid-status', 'patrol'],
  window: 'now',
  due: 'apart',
  measure: onDutyCover,
  figures: cover => [{ word: 'count', value: cover.nobody }, { word: 'grids', value: cover.grids }],
  list: { kind: 'grids', cover: 'nobody' },
}
