import { z } from 'zod'
import { buildingFeature, buildingsFile } from '../../shared/domain/district/buildingsFile.ts'
import { calendarFile } from '../../shared/domain/district/calendarFile.ts'
import { districtFile } from '../../shared/domain/district/districtFile.ts'
import { gridFeature, gridsFile } from '../../shared/domain/district/gridsFile.ts'
import { limit, limitsFile } from '../../shared/domain/district/limitsFile.ts'
import { organisation, organisationsFile } from '../../shared/domain/district/organisationsFile.ts'
import { region, regionsFile } from '../../shared/domain/district/regionsFile.ts'
import { staffFile, staffMember } from '../../shared/domain/district/staffFile.ts'
import type { DistrictFault, DistrictFileName } from './DistrictFault.ts'
import type { RawDistrict } from './readDistrictDir.ts'

/** What could be parsed. A file that is missing, or is not of its shape at all, is undefined; a bad row alone is left out. */
export type ParsedDistrict = ReturnType<typeof parseDistrict>['parsed']

/** Parses row by row, so that one bad row hides neither its neighbours nor their faults. */
export function parseDistrict(files: RawDistrict['files']) {
  const faults: DistrictFault[] = []
  const parsed = {
    district: whole('district.json', districtFile),
    regions: rows('regions.json', regionsFile, 'regions', region),
    grids: rows('grids.geojson', gridsFile, 'features', gridFeature),
    buildings: rows('buildings.geojson', buildingsFile, 'features', buildingFeature),
    organisations: rows('organisations.json', organisationsFile, 'organisations', organisation),
    staff: rows('staff.json', staffFile, 'staff', staffMember),
    limits: rows('limits.json', limitsFile, 'limits', limit),
    calendar: whole('calendar.json', calendarFile),
  }
  return { parsed, faults }

  function whole<T>(file: DistrictFileName, schema: z.ZodType<T>): T | undefined {
    if (!(file in files))
      return undefined
    return keep(file, '-', [], schema.safeParse(files[file]))
  }

  function rows<T>(file: DistrictFileName, fileSchema: z.ZodObject, key: string, schema: z.ZodType<T>): T[] | undefined {
    if (!(file in files))
      return undefined
    const frame = fileSchema.extend({ [key]: z.array(z.unknown()) }).safeParse(files[file])
    if (frame.success && (frame.data[key] as unknown[]).length === 0)
      keep(file, '-', [], fileSchema.safeParse(files[file]))
    const list = keep(file, '-', [], frame)?.[key]
    return list?.flatMap((row, index) => {
      const value = keep(file, codeOf(row), [key, index], schema.safeParse(row))
      return value === undefined ? [] : [value]
    })
  }

  function keep<T>(file: DistrictFileName, code: string, path: PropertyKey[], result: z.ZodSafeParseResult<T>): T | undefined {
    if (result.success)
      return result.data
    for (const issue of result.error.issues.slice(0, 5)) {
      const at = [...path, ...issue.path].map(String).join('.')
      faults.push({ file, code, reason: `${issue.path.map(String).join('.') || 'the content'}: ${issue.message}`, ...at ? { path: at } : {} })
    }
    return undefined
  }
}

const named = z.union([
  z.object({ properties: z.object({ code: z.string() }) }).transform(row => row.properties.code),
  z.object({ properties: z.object({ id: z.string() }) }).transform(row => row.properties.id),
  z.object({ code: z.string() }).transform(row => row.code),
  z.object({ id: z.string() }).transform(row => row.id),
])

function codeOf(row: unknown): string {
  return named.safeParse(row).data ?? '-'
}
