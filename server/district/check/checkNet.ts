import area from '@turf/area'
import type { DistrictFault } from '../DistrictFault.ts'
import { interiorPoint } from '../geometry/interiorPoint.ts'
import type { Position } from '../geometry/Rings.ts'
import { findGaps } from './findGaps.ts'
import { findOverlaps } from './findOverlaps.ts'
import type { Land } from './Land.ts'
import { net } from './Net.ts'
import { placeText } from './placeText.ts'

const file = 'grids.geojson'

/** One net: no ground in two grids, none in no grid. With the banner's boundary given, gaps along it are found too. */
export function checkNet(lands: readonly Land[], banner: Land | undefined): DistrictFault[] {
  const edges = net(lands, banner)
  const overlaps = findOverlaps(lands, edges).map(({ one, other, at }): DistrictFault => ({
    file,
    code: lands[one]?.code ?? '-',
    reason: `overlaps grid ${lands[other]?.code ?? '-'}${at ? ` near ${placeText(at)}` : ''}`,
  }))
  const gaps = findGaps(edges).map(({ ring, lands: around }): DistrictFault => {
    const codes = around.flatMap(land => lands[land]?.code ?? [])
    return { file, code: codes[0] ?? '-', reason: `gap of ${areaText(ring)} near ${placeText(interiorPoint([ring]))}, in no grid, beside ${codes.slice(0, 4).join(', ') || 'no grid'}` }
  })
  return [...overlaps, ...gaps]
}

function areaText(ring: Position[]): string {
  const metres = area({ type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] })
  return metres < 10_000 ? `${Math.ceil(metres)} m²` : `${(metres / 1e6).toFixed(2)} km²`
}
