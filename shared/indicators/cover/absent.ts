import type { Indicator } from '../Indicator.ts'
import type { OnDutyCover } from './onDutyCover.ts'
import { onDutyCover } from './onDutyCover.ts'

/** 缺岗. Formula: grids where somebody is expected and nobody is, the grace over / grids where somebody is expected, as in `onDutyCover`. Window: this moment. Source: streams `grid-status` and `patrol`, and the roster. */
export const absent: Indicator<'absent', OnDutyCover> = {
  id: 'absent',
  streams: ['grid-status', 'patrol'],
  window: 'now',
  due: 'apart',
  measure: onDutyCover,
  figures: cover => [{ word: 'count', value: cover.absent }, { word: 'expected', value: cover.expected }],
  list: { kind: 'grids', cover: 'absent' },
}
