import type { MultiLineString } from 'geojson'
import type { Bounds } from '../MapEngine.ts'

/** Lines of each whole degree, two degrees beyond the bounds. */
export function graticule([west, south, east, north]: Bounds): MultiLineString {
  const [w, s, e, n] = [Math.floor(west) - 3, Math.floor(south) - 2, Math.ceil(east) + 3, Math.ceil(north) + 2]
  const lines: [number, number][][] = []
  for (let lng = w; lng <= e; lng++)
    lines.push([[lng, s], [lng, n]])
  for (let lat = s; lat <= n; lat++)
    lines.push([[w, lat], [e, lat]])
  return { type: 'MultiLineString', coordinates: lines }
}
