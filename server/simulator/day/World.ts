import type { BuildingFeature } from '../../../shared/domain/district/buildingsFile.ts'
import type { District } from '../../../shared/domain/district/District.ts'
import type { GridFeature } from '../../../shared/domain/district/gridsFile.ts'
import type { StaffMember } from '../../../shared/domain/district/staffFile.ts'
import type { GridCode, RegionCode } from '../../../shared/words/regionCode.ts'
import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { Scenario } from './Scenario.ts'
import { LimitTable } from '../../../shared/domain/LimitTable.ts'
import { zoneOffsetMs } from '../../../shared/domain/zoneOffsetMs.ts'
import { Chance } from './Chance.ts'
import { groupBy } from '../../../shared/words/groupBy.ts'

/** The part of a district's data set that a simulated day needs. */
export type SimulatedDistrict = Pick<District, 'code' | 'names' | 'version' | 'timeZone' | 'tracking' | 'seats' | 'rules' | 'regions' | 'grids' | 'buildings' | 'staff' | 'duty' | 'visitInterval' | 'limits' | 'calendar'>

/**
 * Everything on which the simulated events depend. What happens is a pure function of the world and a stretch of time:
 * nothing is remembered from one stretch to the next, so a run can end and go on anywhere.
 */
export class World {
  readonly zoneMs: number
  readonly limits: LimitTable
  /** Stands in every id: another seed or scenario is another district. */
  readonly key: string
  readonly buildingsOf: ReadonlyMap<GridCode, readonly BuildingFeature[]>
  readonly staffOf: ReadonlyMap<GridCode, readonly StaffMember[]>
  readonly gridOf: ReadonlyMap<GridCode, GridFeature>
  private readonly names: ReadonlyMap<RegionCode, string>

  readonly district: SimulatedDistrict
  readonly scenario: Scenario
  /** Events a second wanted on average, at speed 1. */
  readonly rate: number
  /** Nothing is told of what was over before. */
  readonly origin: EpochMs

  constructor({ district, seed, scenario, rate, origin }: { district: SimulatedDistrict; seed: number; scenario: Scenario; rate: number; origin: EpochMs }) {
    this.district = district
    this.scenario = scenario
    this.rate = rate
    this.origin = origin
    this.zoneMs = zoneOffsetMs(district.timeZone)
    this.limits = new LimitTable({ limits: district.limits, calendar: district.calendar, zoneMs: this.zoneMs })
    this.key = scenario.name === 'day' ? String(seed) : `${seed}${scenario.name[0]}`
    this.buildingsOf = groupBy(district.buildings, building => building.properties.grid)
    this.staffOf = groupBy(district.staff, person => person.grid)
    this.gridOf = new Map(district.grids.map(grid => [grid.properties.code, grid]))
    this.names = new Map(district.regions.map(region => [region.code, region.names.zh]))
  }

  /** Chance of one thing in this world, independent of every other thing. */
  chance(about: string): Chance {
    return new Chance(`${this.key} ${about}`)
  }

  /** Chinese name of a region, or its code if the data set has none. */
  name(region: RegionCode): string {
    return this.names.get(region) ?? region
  }

  /** Staff id of a grid's leader, of its first person, or undefined where the data set has nobody. */
  leaderOf(grid: GridCode): string | undefined {
    const people = this.staffOf.get(grid)
    return (people?.find(person => person.post === 'gridLeader') ?? people?.[0])?.id
  }
}
