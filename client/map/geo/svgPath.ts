import type { GridGeometry } from '../../../shared/domain/district/gridsFile.ts'
import { ringsOf } from './boundsOf.ts'

/** A geometry as the `d` of an SVG path. @param place where a point lies in the drawing @param digits of its lengths after the point */
export function svgPath(geometry: GridGeometry, place: (lng: number, lat: number) => readonly [number, number], digits: number): string {
  return ringsOf(geometry).map(ring => `M${ring.map(([lng, lat]) => place(lng, lat).map(each => each.toFixed(digits)).join(' ')).join('L')}Z`).join('')
}
