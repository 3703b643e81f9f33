import type { BuildingFeature } from '../../../../shared/domain/district/buildingsFile.ts'
import type { DemoGrid } from './DemoGrid.ts'
import { largestRemainder } from './largestRemainder.ts'
import { distance, isInside } from './land/plane.ts'
import type { Point, Ring } from './land/plane.ts'
import { Random } from './Random.ts'

const ESTATES = [['安居苑', 'Anju'], ['和顺苑', 'Heshun'], ['向阳里', 'Xiangyang'], ['绿洲苑', 'Lüzhou'], ['金沙里', 'Jinsha'], ['驼铃苑', 'Tuoling'], ['沙枣苑', 'Shazao'], ['梭梭里', 'Suosuo'], ['胡杨苑', 'Huyang'], ['祥和里', 'Xianghe'], ['晨光苑', 'Chenguang'], ['长河里', 'Changhe']] as const

/** Invented buildings in town and dwelling points in pasture, each well inside its grid; their households add up to the grid's. */
export function buildings(grids: DemoGrid[]): BuildingFeature[] {
  let serial = 0
  return grids.flatMap((grid) => {
    const { code, kind, households } = grid.feature.properties
    const random = new Random(`buildings ${code}`)
    const estate = random.pick(ESTATES)
    const count = kind === 'pastoral' ? Math.max(6, grid.units.length * random.whole(2, 3)) : random.whole(6, 12)
    const shares = largestRemainder(Array.from({ length: count }, () => random.between(0.6, 1.4)), households)
    return shares.map((own, index): BuildingFeature => ({
      type: 'Feature',
      properties: { id: `B${String(++serial).padStart(5, '0')}`, grid: code, names: kind === 'pastoral' ? dwelling(grid, index) : building(estate, index), households: own },
      geometry: { type: 'Point', coordinates: place(grid.shape, random) },
    }))
  })
}

function building([zh, en]: readonly [string, string], index: number) {
  return { zh: `${zh}${index + 1}号楼`, en: `${en} building ${index + 1}` }
}

function dwelling({ units }: DemoGrid, index: number) {
  const unit = units[index % units.length] ?? units[0]
  return { zh: `${unit.name}${Math.floor(index / units.length) + 1}号居住点` }
}

/** A point inside the shape, away from its border. Degrees, five decimals. */
function place(shape: Ring[], random: Random): Point {
  const [outer = []] = shape
  const [xs, ys] = [outer.map(point => point[0]), outer.map(point => point[1])]
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const margin = Math.min(right - left, high - low) * 0.05
  for (;;) {
    const point: Point = [Math.round(random.between(left, right) / 10) * 10, Math.round(random.between(low, high) / 10) * 10]
    const inside = shape.filter(ring => isInside(point, ring)).length % 2 === 1
    if (inside && shape.flat().every(corner => distance(corner, point) > margin))
      return [point[0] / 1e6, point[1] / 1e6]
  }
}
