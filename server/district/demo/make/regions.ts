import type { Region } from '../../../../shared/domain/district/regionsFile.ts'
import type { DemoGrid } from './DemoGrid.ts'
import { toGeoJson } from './DemoGrid.ts'
import { isCommunity, isSubdistrict, isSumu } from './Divisions.ts'
import type { Divisions, Town, Unit } from './Divisions.ts'
import { dissolve } from './land/dissolve.ts'
import { ENGLISH_NAMES } from './englishNames.ts'

const KIND_WORDS = { subdistrict: 'Subdistrict', sumu: 'Sumu', town: 'Town' } as const

/** The divisions above the grids. A boundary is the union of the grids of that division, so that it holds them exactly. */
export function regions(divisions: Divisions, grids: DemoGrid[]): Region[] {
  const boundary = (code: string) => boundaryOf(grids.filter(grid => grid.feature.properties.code.startsWith(code)))
  return [
    { code: divisions.code, kind: 'banner', names: { zh: divisions.name, en: 'Alxa Left Banner', mn: 'ᠠᠯᠠᠱᠠ ᠵᠡᠭᠦᠨ ᠬᠣᠰᠢᠭᠤ' }, seat: [105.689, 38.841], boundary: boundary(divisions.code) },
    ...divisions.regions.flatMap((town): Region[] => [
      { code: town.code, ...townWords(town), seat: town.seat, boundary: boundary(town.code) },
      ...town.units.map((unit): Region => ({ code: unit.code, ...unitWords(unit), ...isCommunity(unit) ? { boundary: boundary(unit.code) } : {} })),
    ]),
  ]
}

function boundaryOf(grids: DemoGrid[]): Region['boundary'] {
  const [first, ...others] = dissolve(grids.flatMap(grid => grid.shape)).map(toGeoJson)
  if (!first)
    return undefined
  return others.length === 0 ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates: [first, ...others] }
}

function townWords(town: Town): Pick<Region, 'kind' | 'names'> {
  const kind = isSubdistrict(town) ? 'subdistrict' : isSumu(town) ? 'sumu' : 'town'
  return { kind, names: { zh: town.name, en: `${ENGLISH_NAMES[town.code]} ${KIND_WORDS[kind]}` } }
}

function unitWords(unit: Unit): Pick<Region, 'kind' | 'names'> {
  const kind = isCommunity(unit) ? 'community' : 'gacha'
  const english = ENGLISH_NAMES[unit.code]
  return { kind, names: { zh: unit.name, ...english ? { en: `${english} Community` } : {} } }
}
