import type { z } from 'zod'
import type { SimulatedDistrict } from './day/World.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildingsFile } from '../../shared/domain/district/buildingsFile.ts'
import { calendarFile } from '../../shared/domain/district/calendarFile.ts'
import { districtFile } from '../../shared/domain/district/districtFile.ts'
import { gridsFile } from '../../shared/domain/district/gridsFile.ts'
import { limitsFile } from '../../shared/domain/district/limitsFile.ts'
import { regionsFile } from '../../shared/domain/district/regionsFile.ts'
import { staffFile } from '../../shared/domain/district/staffFile.ts'
import { hash32 } from '../../shared/words/hash32.ts'
import { CannotRunError } from './CannotRunError.ts'

/** Reads what a simulated day needs of a district's folder. Throws {@link CannotRunError} with the file and its fault. */
export async function readDistrict(folder: string): Promise<SimulatedDistrict> {
  const texts: string[] = []
  const read = async <S extends z.ZodType>(file: string, schema: S): Promise<z.infer<S>> => {
    const text = await readFile(join(folder, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new CannotRunError(`Cannot read ${join(folder, file)} (${error.code}); name the district's folder with --district DIR.`)
    })
    texts.push(text)
    return parse(join(folder, file), text, schema)
  }
  const about = await read('district.json', districtFile)
  const { regions } = await read('regions.json', regionsFile)
  const { features: grids } = await read('grids.geojson', gridsFile)
  const { features: buildings } = await read('buildings.geojson', buildingsFile)
  const { staff } = await read('staff.json', staffFile)
  const { limits } = await read('limits.json', limitsFile)
  const calendar = await read('calendar.json', calendarFile)
  const codes = new Set(grids.map(grid => grid.properties.code))
  return {
    ...about,
    version: hash32(texts.join('\n')).toString(16).padStart(8, '0'),
    regions,
    grids: grids.sort((a, b) => a.properties.code < b.properties.code ? -1 : 1),
    buildings,
    staff: staff.filter(person => codes.has(person.grid)),
    limits,
    calendar,
  }
}

function parse<S extends z.ZodType>(file: string, text: string, schema: S): z.infer<S> {
  let json: unknown
  try {
    json = JSON.parse(text)
  }
  catch {
    throw new CannotRunError(`${file} is not JSON; npm run district:check -- DIR finds the faults of a district.`)
  }
  const result = schema.safeParse(json)
  if (result.success)
    return result.data
  const [issue] = result.error.issues
  throw new CannotRunError(`${file}: ${issue?.path.join('.')}: ${issue?.message}; npm run district:check -- DIR finds the faults of a district.`)
}
