import type { Pixel } from '../MapEngine.ts'

type Project = (lng: number, lat: number) => Pixel

/**
 * The same projection as a map's own while its view stands, for thousands of places: a map that looks straight down with
 * north above is Mercator's, moved and scaled.
 */
export function flatProjection(project: Project): Project {
  const [a, b] = [project(0, 0), project(1, 1)]
  const across = b.x - a.x
  const down = (b.y - a.y) / mercator(1)
  return (lng, lat) => ({ x: a.x + lng * across, y: a.y + mercator(lat) * down })
}

/** Mercator's height of a latitude, degrees; 0 at the equator. */
function mercator(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360))
}
