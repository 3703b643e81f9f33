import type { District } from '../../../shared/domain/district/District.ts'
import type { Spot } from './EventMaker.ts'
import { join } from 'node:path'
import { packageRoot } from '../../../server/config/packageRoot.ts'
import { interiorPoint } from '../../../server/district/geometry/interiorPoint.ts'
import { loadDistrict } from '../../../server/district/loadDistrict.ts'

/** The district of a measure, the demo unless a folder is given, with a point well inside each of its grids. */
export async function benchDistrict(dir = join(packageRoot(import.meta.url), 'server/district/demo/data')): Promise<{ district: District; spots: Spot[]; workers: string[] }> {
  const district = await loadDistrict(dir)
  const spots = district.grids.map(({ properties: { code }, geometry }) => {
    const polygon = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates[0]!
    const [lng, lat] = interiorPoint(polygon)
    return { code, lng, lat }
  })
  const workers = spots.flatMap(({ code }) => district.staff.find(each => each.grid === code && each.device !== undefined)?.id ?? [])
  return { district, spots, workers }
}
