import type { GridFeature } from '../../../shared/domain/district/gridsFile.ts'
import type { Region } from '../../../shared/domain/district/regionsFile.ts'
import type { StaffMember } from '../../../shared/domain/district/staffFile.ts'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../../server/config/packageRoot.ts'
import { madeBasis } from './madeBasis.ts'

/** Side of a square, degrees. */
const SIDE = 0.01
const ALL_WEEK = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '12:00' }, { days: [1, 2, 3, 4, 5, 6, 7], from: '12:00', to: '00:00' }]

/**
 * Writes a district of so many equal squares, each with one worker, into a folder: the same at every size, so that sizes can be
 * compared. Half of its towns are the dense part; limits, calendar and rules are those of the demo.
 */
export async function latticeDistrict(dir: string, count: number): Promise<string> {
  const demo = join(packageRoot(import.meta.url), 'server/district/demo/data')
  const { grids: codes } = madeBasis(count)
  const width = Math.ceil(Math.sqrt(count))
  const grids = codes.map((code, i) => square(code, i % width, Math.floor(i / width)))
  const seats = new Map(grids.map(({ properties: { code }, geometry }) => [code.slice(0, 9), geometry.coordinates[0]![0] as [number, number]]))
  const towns = [...seats.keys()]
  const regions: Region[] = [
    { code: '152921', kind: 'banner', names: { zh: '方格旗（虚构）', en: 'Lattice Banner (invented)' } },
    ...towns.map((code): Region => ({ code, kind: 'town', names: named('镇', 'Town', code), seat: seats.get(code)! })),
    ...[...new Set(codes.map(code => code.slice(0, 12)))].map((code): Region => ({ code, kind: 'community', names: named('社区', 'Community', code) })),
  ]
  const staff = codes.map((grid, i): StaffMember => ({ id: `S${i}`, name: `某某${i}`, post: 'gridWorker', grid, device: `tracker-${i}`, shifts: ALL_WEEK }))
  const district = JSON.parse(await readFile(join(demo, 'district.json'), 'utf8')) as { map: { inset: { regions: string[] } } }
  district.map.inset.regions = towns.slice(0, Math.ceil(towns.length / 2))
  await mkdir(dir, { recursive: true })
  for (const file of ['limits.json', 'calendar.json'])
    await cp(join(demo, file), join(dir, file))
  const files = {
    'district.json': district,
    'regions.json': { regions },
    'grids.geojson': { type: 'FeatureCollection', features: grids },
    'buildings.geojson': { type: 'FeatureCollection', features: [] },
    'organisations.json': { organisations: [] },
    'staff.json': { staff },
  }
  for (const [file, content] of Object.entries(files))
    await writeFile(join(dir, file), JSON.stringify(content))
  return dir
}

function square(code: string, x: number, y: number): GridFeature & { geometry: { type: 'Polygon' } } {
  const corner = (right: number, up: number): [number, number] => [105 + (x + right) * SIDE, 38 + (y + up) * SIDE]
  return {
    type: 'Feature',
    properties: { code, names: named('格', 'Grid', code), kind: 'urban', members: [], households: 300, residents: 800 },
    geometry: { type: 'Polygon', coordinates: [[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]] },
  }
}

function named(zh: string, en: string, code: string): { zh: string; en: string } {
  const tail = code.slice(6)
  return { zh: `${zh}${tail}`, en: `${en} ${tail}` }
}
