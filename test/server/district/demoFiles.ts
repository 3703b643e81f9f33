import { fileURLToPath } from 'node:url'
import type { RawDistrict } from '../../../server/district/readDistrictDir.ts'
import { readDistrictDir } from '../../../server/district/readDistrictDir.ts'

export const DEMO_DIR = fileURLToPath(new URL('../../../server/district/demo/data', import.meta.url))

/** The demo district's files as JSON values, loosely typed so that a test can spoil them. */
export interface SpoilableFiles extends Record<keyof RawDistrict['files'], unknown> {
  'district.json': { map: { inset: { regions: string[] } }, timeZone: string }
  'regions.json': { regions: SpoilableRegion[] }
  'grids.geojson': { features: SpoilableGrid[] }
  'buildings.geojson': { features: { properties: { id: string, grid: string }, geometry: { coordinates: [number, number] } }[] }
  'organisations.json': { organisations: { id: string, kind: string, parent?: string, region: string }[] }
  'staff.json': { staff: { id: string, grid: string, device?: string, post: string }[] }
  'limits.json': { limits: { severity: string, level: string, clock: string, limit: string }[] }
  'calendar.json': { holidays: string[], makeUpDays: string[] }
}

export interface SpoilableRegion { code: string, kind: string, seat?: [number, number], boundary?: unknown }

export interface SpoilableGrid {
  properties: { code: string, members: string[], kind: string, residents: number }
  geometry: { type: string, coordinates: [number, number][][] }
}

const raw = await readDistrictDir(DEMO_DIR)

/** A fresh copy each time. */
export function demoFiles(): SpoilableFiles {
  return structuredClone(raw.files) as SpoilableFiles
}

export function gridOf(files: SpoilableFiles, code: string): SpoilableGrid {
  const found = files['grids.geojson'].features.find(grid => grid.properties.code === code)
  if (!found)
    throw new Error(`the demo has no grid ${code}`)
  return found
}
