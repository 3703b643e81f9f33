import type { District } from '../../shared/domain/district/District.ts'
import type { GridCode } from '../../shared/words/regionCode.ts'
import type { Placer, Point } from '../../shared/kernel/Placer.ts'
import { GridLocator } from './GridLocator.ts'
import { TimeBounds } from './TimeBounds.ts'
import { toWgs84 } from './toWgs84.ts'

/** What the reader and the ways in ask of a district: where a point lies, whether a grid exists, who carries a device, how old an event may be. */
export class Places implements Placer {
  readonly time: TimeBounds
  private readonly locator: GridLocator
  private readonly grids: ReadonlySet<GridCode>
  private readonly carriers = new Map<string, string>()
  private readonly homes = new Map<string, GridCode>()

  constructor(district: Pick<District, 'grids' | 'staff' | 'oldest' | 'backfill'>) {
    this.time = new TimeBounds(district)
    this.locator = new GridLocator(district.grids)
    this.grids = new Set(district.grids.map(grid => grid.properties.code))
    for (const { id, device, grid } of district.staff) {
      if (this.grids.has(grid))
        this.homes.set(id, grid)
      if (device !== undefined)
        this.carriers.set(device, id)
    }
  }

  /** The grid that holds a point, WGS 84 degrees. */
  locate(lng: number, lat: number): GridCode | undefined {
    return this.locator.locate(lng, lat)
  }

  has(grid: GridCode): boolean {
    return this.grids.has(grid)
  }

  /** The worker who carries a device; an id that is no device's is a worker's own. */
  workerOf(id: string): string {
    return this.carriers.get(id) ?? id
  }

  /** A worker's own grid by the roster. */
  gridOf(worker: string): GridCode | undefined {
    return this.homes.get(worker)
  }

  /** A point in WGS 84, whatever its datum. */
  toWgs84(point: Point): { lng: number; lat: number } {
    return toWgs84(point)
  }
}
