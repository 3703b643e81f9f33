import type { Refusal } from '../events/refusal.ts'
import type { GridCode } from '../words/regionCode.ts'
import type { Placer } from './Placer.ts'

/** Why a grid that an event names is none of the district's, if so; an event that names none has nothing to answer for. */
export function noSuchGrid(grid: GridCode | undefined, placer: Placer): Refusal | undefined {
  return grid === undefined || placer.has(grid)
    ? undefined
    : { reason: 'outside-district', path: 'data.grid', message: 'There is no such grid in this district.' }
}
