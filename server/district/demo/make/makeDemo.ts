import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildings } from './buildings.ts'
import { calendar } from './calendar.ts'
import { districtFacts } from './districtFacts.ts'
import type { Divisions } from './Divisions.ts'
import { grids } from './grids.ts'
import { limits } from './limits.ts'
import { outlineRing } from './land/mesh.ts'
import { organisations } from './organisations.ts'
import { regions } from './regions.ts'
import { staff } from './staff.ts'

/** The demo district's eight files, name → text. The same sources always give the same bytes. */
export async function makeDemo(sourceDir: string): Promise<Map<string, string>> {
  const divisions = JSON.parse(await readFile(join(sourceDir, 'divisions-152921.json'), 'utf8')) as Divisions
  const outline = JSON.parse(await readFile(join(sourceDir, 'outline-152921.geojson'), 'utf8')) as { features: [{ geometry: { coordinates: [[number, number][]] } }] }
  const all = grids(divisions, outlineRing(outline.features[0].geometry.coordinates[0]))
  const houses = buildings(all)
  const counts = new Map<string, number>()
  for (const { properties: { grid } } of houses)
    counts.set(grid, (counts.get(grid) ?? 0) + 1)
  return new Map([
    ['district.json', `${JSON.stringify(districtFacts(), null, 2)}\n`],
    ['regions.json', rows('{"regions"', regions(divisions, all))],
    ['grids.geojson', rows('{"type":"FeatureCollection","features"', all.map(grid => grid.feature))],
    ['buildings.geojson', rows('{"type":"FeatureCollection","features"', houses)],
    ['organisations.json', rows('{"organisations"', organisations(divisions, all))],
    ['staff.json', rows('{"staff"', staff(all, counts))],
    ['limits.json', rows('{"limits"', limits())],
    ['calendar.json', `${JSON.stringify(calendar(), null, 2)}\n`],
  ])
}

/** One row a line, so that a change of one thing is a change of one line. */
function rows(head: string, items: unknown[]): string {
  return `${head}:[\n${items.map(item => JSON.stringify(item)).join(',\n')}\n]}\n`
}
