import type { GridFeature } from '../../../shared/domain/district/gridsFile.ts'
import type { Level } from '../../../shared/words/level.ts'
import { regionAt } from '../../../shared/words/regionCode.ts'
import { ringsOf } from './boundsOf.ts'

/** Borders between grids that lie in different regions of a level. */
export function sharedEdges(grids: readonly GridFeature[], level: Level): [number, number][][] {
  const sides = new Map<string, string>()
  const lines: [number, number][][] = []
  for (const { properties, geometry } of grids) {
    const region = regionAt(properties.code, level)
    for (const ring of ringsOf(geometry)) {
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1]!, ring[i]!]
        const key = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? `${a}|${b}` : `${b}|${a}`
        const other = sides.get(key)
        if (other === undefined)
          sides.set(key, region)
        else if (other !== region)
          lines.push([a, b])
      }
    }
  }
  return lines
}
