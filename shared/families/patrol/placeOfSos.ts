import type { GridCode } from '../../words/regionCode.ts'
import type { Placer } from '../../kernel/Placer.ts'

/**
 * The grid in which somebody calls for help: that of their point (WGS 84 degrees) if it lies in the district, else the one that was given,
 * else the worker's own by the roster. Undefined where none of these is known: then nobody knows who or where it is.
 */
export function placeOfSos(subject: string, { point, grid }: { point: { lng: number; lat: number } | undefined; grid: GridCode | undefined }, placer: Placer): { grid: GridCode; by: 'point' | 'given' | 'roster' } | undefined {
  const here = point && placer.locate(point.lng, point.lat)
  if (here !== undefined)
    return { grid: here, by: 'point' }
  if (grid !== undefined && placer.has(grid))
    return { grid, by: 'given' }
  const own = placer.gridOf(placer.workerOf(subject))
  return own === undefined ? undefined : { grid: own, by: 'roster' }
}
