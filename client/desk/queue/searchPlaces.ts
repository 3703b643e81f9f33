import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import type { CallPlace } from '../call/CallDraft.ts'
import { halfWidth } from '../../../shared/words/halfWidth.ts'
import { regionChain } from '../../../shared/words/regionCode.ts'

/** A place that fits what was typed. */
export interface FoundPlace {
  place: CallPlace
  zh: string
  en: string | undefined
  /** Of a building, by the data set. */
  households?: number
}

/** What fits best, and how many more fit; of these so many are called like the first. */
export interface FoundPlaces {
  places: FoundPlace[]
  more: number
  sameName: number
}

const FOUND_MOST = 7

/**
 * Buildings and grids by what was typed: parts of a name in any order and language, those of grid, community and town among them, or the digits of a
 * grid's code (its end is enough). Names that begin with it first, grids before buildings, then as in the data set; `last`, where this caller
 * called from before, before others of the same name.
 */
export function searchPlaces({ grids, buildings = [], regions = [] }: Pick<DistrictResource, 'grids' | 'buildings'> & Partial<Pick<DistrictResource, 'regions'>>, entered: string, last: ReadonlySet<string> = new Set()): FoundPlaces {
  const typed = halfWidth(entered)
  const parts = typed.toLowerCase().split(/[\s,，]+/u).filter(part => part !== '')
  const [first] = parts
  if (first === undefined)
    return { places: [], more: 0, sameName: 0 }
  const ranked: { rank: number; found: FoundPlace }[] = []
  const add = (rank: number | undefined, found: () => FoundPlace) => rank !== undefined && ranked.push({ rank, found: found() })
  for (const { properties: { code, names } } of grids)
    add(/^\d{3,15}$/.test(typed.trim()) ? codeRank(code, typed.trim()) : nameRank(names, parts), () => ({ place: { of: 'grid', grid: code }, zh: names.zh, en: names.en }))
  const regionNames = new Map(regions.map(({ code, names }) => [code, names]))
  const gridNames = new Map(grids.map(({ properties: { code, names } }) => [code, wholeName(code, names, regionNames)]))
  for (const { properties: { id, grid, names, households }, geometry: { coordinates: [lng, lat] } } of buildings) {
    const whole = { zh: `${gridNames.get(grid)?.zh ?? ''} ${names.zh}`, en: names.en && `${gridNames.get(grid)?.en ?? ''} ${names.en}` }
    const rank = nameRank(names, parts) ?? later(nameRank(whole, parts))
    add(rank === undefined ? undefined : rank + (last.has(id) ? 0.4 : 0.5), () => ({ place: { of: 'building', id, name: names.zh, grid, lng, lat }, zh: names.zh, en: names.en, households }))
  }
  const all = ranked.sort((a, b) => a.rank - b.rank).map(({ found }) => found)
  const places = all.slice(0, FOUND_MOST)
  const rest = all.slice(FOUND_MOST)
  return { places, more: rest.length, sameName: rest.filter(({ zh }) => zh === places[0]?.zh).length }
}

/** 0 where a name begins with what was typed, 1 where it holds it; undefined where it does not. */
function nameRank({ zh, en }: { zh: string; en?: string | undefined }, parts: readonly string[]): number | undefined {
  const [chinese, english] = [zh.toLowerCase(), en?.toLowerCase() ?? '']
  if (!parts.every(part => chinese.includes(part) || english.includes(part)))
    return undefined
  return chinese.startsWith(parts[0]!) || english.startsWith(parts[0]!) ? 0 : 1
}

function codeRank(code: string, digits: string): number | undefined {
  if (code === digits)
    return 0
  return code.endsWith(digits) || code.startsWith(digits) ? 1 : undefined
}

function later(rank: number | undefined): number | undefined {
  return rank === undefined ? undefined : rank + 2
}

/** Of a grid with all that it lies in, so that a street or community tells places of one name apart. */
function wholeName(code: string, names: { zh: string; en?: string | undefined }, regions: ReadonlyMap<string, { zh: string; en?: string | undefined }>): { zh: string; en: string } {
  const above = regionChain(code).flatMap(each => regions.get(each) ?? [])
  return { zh: [...above.map(({ zh }) => zh), names.zh].join(' '), en: [...above.map(({ en }) => en), names.en].filter(Boolean).join(' ') }
}
