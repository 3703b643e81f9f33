import type { GridGeometry } from '../../../shared/domain/district/gridsFile.ts'
import type { DistrictFault, DistrictFileName } from '../DistrictFault.ts'
import { polygonsOf } from '../geometry/Rings.ts'
import { selfCrossing } from '../geometry/selfCrossing.ts'
import { axesOf, pointsOf, swap } from './axes.ts'
import { landOf } from './Land.ts'
import type { Land } from './Land.ts'
import { placeText } from './placeText.ts'

/**
 * Each shape by itself: axes, closed rings, no crossing. The land that comes back has swapped axes put right and open
 * rings closed, so that one fault does not drag others behind it.
 */
export function checkShapes(file: DistrictFileName, shapes: { code: string, geometry: GridGeometry }[]): { faults: DistrictFault[], lands: Land[] } {
  const faults: DistrictFault[] = []
  const lands = shapes.map(({ code, geometry }) => {
    const add = (reason: string) => faults.push({ file, code, reason })
    const axes = axesOf(pointsOf(geometry))
    if (axes === 'swapped')
      add('axes swapped: latitude stands before longitude')
    if (axes === 'away')
      add('lies outside longitude 73 to 136, latitude 3 to 54 (WGS 84 degrees, longitude first)')
    for (const ring of polygonsOf(geometry).flat()) {
      if (ring.length < 4)
        add(`a ring has ${ring.length} points, at least 4 are needed`)
      else if (ring[0]?.join() !== ring.at(-1)?.join())
        add('unclosed ring: its last point is not its first')
    }
    const land = landOf(code, axes === 'swapped' ? swap(geometry) : geometry)
    const at = selfCrossing(land.rings)
    if (at)
      add(`the polygon crosses itself near ${placeText(at)}`)
    return { ...land, sound: land.sound && !at && axes !== 'away' }
  })
  return { faults, lands }
}
