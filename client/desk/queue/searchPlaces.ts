import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import type { CallPlace } from '../call/CallDraft.ts'
import { halfWidth } from '../../../shared/words/halfWidth.ts'

/** A place that fits what was typed. */
export interface FoundPlace {
  place: CallPlace
  zh: string
  en: string | undefined
}

const FOUND_MOST = 8

/**
 * Buildings and grids by what was typed: parts of a name in any order and language, or the digits of a grid's code (its end is
 * enough). Names that begin with it first, grids before buildings, then as in the data set.
 */
export function searchPlaces({ grids, buildings = [] }: Pick<DistrictResource, 'grids' | 'buildings'>, entered: string): FoundPlace[] {
  const typed = halfWidth(entered)
  const parts = typed.toLowerCase().split(/[\s,，]+/u).filter(part => part !== '')
  const [first] = parts
  if (first === undefined)
    return []
  const ranked: { rank: number; found: FoundPlace }[] = []
  const add = (rank: number | undefined, found: () => FoundPlace) => rank !== undefined && ranked.push({ rank, found: found() })
  for (const { properties: { code, names } } of grids)
    add(/^\d{3,15}$/.test(typed.trim()) ? codeRank(code, typed.trim()) : nameRank(names, parts), () => ({ place: { of: 'grid', grid: code }, zh: names.zh, en: names.en }))
  const gridNames = new Map(grids.map(({ properties: { code, names } }) => [code, names]))
  for (const { properties: { id, grid, names }, geometry: { coordinates: [lng, lat] } } of buildings) {
    const whole = { zh: `${gridNames.get(grid)?.zh ?? ''} ${names.zh}`, en: names.en && `${gridNames.get(grid)?.en ?? ''} ${names.en}` }
    const rank = nameRank(names, parts) ?? later(nameRank(whole, parts))
    add(rank === undefined ? undefined : rank + 0.5, () => ({ place: { of: 'building', id, grid, lng, lat }, zh: names.zh, en: names.en }))
  }
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, FOUND_MOST).map(({ found }) => found)
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
