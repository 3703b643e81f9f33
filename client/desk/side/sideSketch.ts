import type { GridFeature } from '../../../shared/domain/district/gridsFile.ts'
import { boundsOf } from '../../map/geo/boundsOf.ts'
import { labelPoint } from '../../map/geo/labelPoint.ts'
import { svgPath } from '../../map/geo/svgPath.ts'

const METRES_A_DEGREE = 111_195
const ROOM = 0.16
const RINGS = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000]

/** Metres east and south of the matter. */
export interface Spot { x: number; y: number }

export interface Sketch {
  /** Left, top, width and height of what is shown, m. */
  box: [number, number, number, number]
  /** Distance of the rings, m. */
  ring: number
  shapes: { code: string; path: string; own: boolean }[]
  /** Where a point lies; whoever is outside the picture is not drawn. */
  spotOf: (place: { lng: number; lat: number }) => Spot | undefined
}

/**
 * The grid of a matter and what lies around it, flat and in metres: a sketch needs no graphics context.
 * @param place of the matter; undefined: it is drawn well inside its grid
 */
export function sideSketch(grids: readonly GridFeature[], code: string, place: { lng: number; lat: number } | undefined): Sketch | undefined {
  const own = grids.find(({ properties }) => properties.code === code)
  if (!own)
    return undefined
  const [lng0, lat0] = place ? [place.lng, place.lat] : labelPoint(own.geometry)
  const east = METRES_A_DEGREE * Math.cos(lat0 * Math.PI / 180)
  const x = (lng: number) => (lng - lng0) * east
  const y = (lat: number) => (lat0 - lat) * METRES_A_DEGREE
  const [w, s, e, n] = boundsOf([own.geometry])
  const room = ROOM * Math.max(x(e) - x(w), y(s) - y(n))
  const [left, top, right, bottom] = [Math.min(0, x(w)) - room, Math.min(0, y(n)) - room, Math.max(0, x(e)) + room, Math.max(0, y(s)) + room]
  const isNear = (feature: GridFeature) => {
    const [fw, fs, fe, fn] = boundsOf([feature.geometry])
    return x(fe) > left && x(fw) < right && y(fs) > top && y(fn) < bottom
  }
  return {
    box: [left, top, right - left, bottom - top],
    ring: RINGS.findLast(each => each * 4 <= Math.max(right - left, bottom - top)) ?? RINGS[0]!,
    shapes: grids.filter(each => isNear(each)).map(({ properties, geometry }) => ({
      code: properties.code,
      own: properties.code === code,
      path: svgPath(geometry, (lng, lat) => [x(lng), y(lat)], 1),
    })).sort((a, b) => Number(a.own) - Number(b.own)),
    spotOf({ lng, lat }) {
      const spot = { x: x(lng), y: y(lat) }
      return spot.x >= left && spot.x <= right && spot.y >= top && spot.y <= bottom ? spot : undefined
    },
  }
}
