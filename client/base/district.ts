import type { Names } from '../../shared/domain/district/names.ts'
import type { GridFeature } from '../../shared/domain/district/gridsFile.ts'
import type { Region } from '../../shared/domain/district/regionsFile.ts'
import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import type { Locale } from './address.ts'
import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { byStream } from '../../shared/words/byStream.ts'
import { durationMs } from '../../shared/words/time/durationMs.ts'
import { nameIn } from '../../shared/words/nameIn.ts'
import { levelOf, regionChain } from '../../shared/words/regionCode.ts'
import { withinAny } from '../../shared/words/withinAny.ts'

/** The district's data set, and what is looked up in it. Codes of regions and grids are strings of 6, 9, 12 or 15 digits. */
export const useDistrict = defineStore('district', () => {
  const district = shallowRef<DistrictResource>()
  const regions = computed(() => new Map<string, Region>(district.value?.regions.map(region => [region.code, region])))
  const grids = computed(() => new Map<string, GridFeature>(district.value?.grids.map(grid => [grid.properties.code, grid])))
  /** Towns, sumus and subdistricts, sorted by code. */
  const towns = computed(() => [...regions.value.values()].filter(({ code }) => levelOf(code) === 'town'))
  /** Longest silence of each stream that is still normal, ms. */
  const cadenceMs = computed(() => {
    const cadence = district.value?.cadence
    return cadence && byStream(stream => durationMs(cadence[stream]))
  })

  const isDense = computed(() => withinAny(district.value?.map.inset?.regions ?? []))

  function load(resource: DistrictResource): void {
    district.value = resource
  }

  function names(code: string): Names | undefined {
    return regions.value.get(code)?.names ?? grids.value.get(code)?.properties.names
  }

  /** Name of a region or grid; its code where there is none. */
  function name(code: string, locale: Locale): string {
    const found = names(code)
    return found ? nameIn(found, locale) : code
  }

  /** Regions that hold it, banner first, itself last. */
  function chain(code: string): (Region | GridFeature['properties'])[] {
    return regionChain(code).flatMap(each => regions.value.get(each) ?? grids.value.get(each)?.properties ?? [])
  }

  /** Kind of a grid (urban, town, pastoral); undefined for what is no grid. */
  function gridKind(code: string): GridFeature['properties']['kind'] | undefined {
    return grids.value.get(code)?.properties.kind
  }

  /** Grids that lie in a region, as in the data set's order. */
  function gridsOf(code: string): GridFeature[] {
    return district.value?.grids.filter(({ properties }) => properties.code.startsWith(code)) ?? []
  }

  /** Households by the data set; 0 for an unknown code. */
  function households(code: string): number {
    return gridsOf(code).reduce((sum, { properties }) => sum + properties.households, 0)
  }

  /** Whether a region or grid belongs to the dense part that is drawn again, larger. */
  function isInset(code: string): boolean {
    return isDense.value(code)
  }

  return { district: shallowReadonly(district), regions, grids, towns, cadenceMs, load, names, name, chain, gridKind, gridsOf, households, isInset }
})
