import type { Stage } from '../../../shared/domain/stages.ts'
import type { Category } from '../../../shared/words/category/category.ts'
import type { EntryId } from '../../../shared/words/entryId.ts'
import type { RegionCode } from '../../../shared/words/regionCode.ts'
import type { Severity } from '../../../shared/words/severity.ts'
import type { EpochMs } from '../../../shared/words/time/time.ts'
import type { Clock } from '../../clock.ts'
import type { MatterIndex } from './MatterIndex.ts'
import type { MatterRecord } from './MatterRecord.ts'
import { isEnded } from '../../../shared/domain/stages.ts'
import { categoryNamesEn } from '../../../shared/words/category/categoryNamesEn.ts'
import { categoryNamesZh } from '../../../shared/words/category/categoryNamesZh.ts'
import { compareEntryIds } from '../../../shared/words/entryId.ts'
import { halfWidth } from '../../../shared/words/halfWidth.ts'
import { isWithin } from '../../../shared/words/regionCode.ts'
import { pause } from '../../clock.ts'

/** Others are served in between. */
const SLICE_MS = 4
const LOOKED_BETWEEN = 200

/** What is searched for; each narrows. */
export interface MatterQuery {
  text?: string | undefined
  number?: string | undefined
  place?: string | undefined
  /** Hash of the caller. */
  caller?: string | undefined
  from?: EpochMs | undefined
  to?: EpochMs | undefined
  /** A stage, or whether it has ended. */
  stage?: Stage | 'ended' | 'open' | undefined
  category?: Category | undefined
  severity?: Severity | undefined
  within?: RegionCode | undefined
  /** Those that were reported before this entry. */
  before?: EntryId | undefined
  limit: number
}

/** What fits, newest first, and before which entry the next page begins. It looks at what is kept in mind alone, in slices. @param placeOf names of a grid and of what it lies in */
export async function searchMatters(index: MatterIndex, query: MatterQuery, { clock, placeOf }: { clock: Clock; placeOf: (grid: string) => string }): Promise<{ found: MatterRecord[]; next?: EntryId }> {
  const fits = fitsOf(query, placeOf)
  const found: MatterRecord[] = []
  let since = clock.monotonic()
  for (const [i, record] of index.newest().entries()) {
    if (fits(record)) {
      if (found.length === query.limit)
        return { found, next: found.at(-1)!.opened }
      found.push(record)
    }
    if (i % LOOKED_BETWEEN === 0 && clock.monotonic() - since > SLICE_MS) {
      await pause(clock, 0)
      since = clock.monotonic()
    }
  }
  return { found }
}

function fitsOf({ text, number, place, caller, from, to, stage, category, severity, within, before }: MatterQuery, placeOf: (grid: string) => string): (record: MatterRecord) => boolean {
  const [words, digits, places] = [partsOf(text), partsOf(number), partsOf(place)]
  return (record) => {
    if ((before !== undefined && compareEntryIds(record.opened, before) >= 0) || (from !== undefined && record.reportedAt < from) || (to !== undefined && record.reportedAt >= to))
      return false
    if ((category !== undefined && record.category !== category) || (severity !== undefined && record.severity !== severity) || (within !== undefined && !isWithin(record.grid, within)))
      return false
    if (stage !== undefined && !(stage === 'ended' ? isEnded(record.stage) : stage === 'open' ? !isEnded(record.stage) : record.stage === stage))
      return false
    if (caller !== undefined && !record.callers.includes(caller))
      return false
    return holds(digits, () => record.id)
      && holds(places, () => `${record.address ?? ''} ${record.placeName ?? ''} ${placeOf(record.grid)} ${record.grid}`)
      && holds(words, () => `${record.id} ${record.title ?? ''} ${record.excerpt ?? ''} ${record.address ?? ''} ${record.placeName ?? ''} ${kindOf(record)} ${placeOf(record.grid)}`)
  }
}

function holds(parts: readonly string[], hay: () => string): boolean {
  if (parts.length === 0)
    return true
  const text = plain(hay())
  return parts.every(part => text.includes(part))
}

function partsOf(text: string | undefined): string[] {
  return plain(text ?? '').split(/\s+/).filter(Boolean)
}

function plain(text: string): string {
  return halfWidth(text).toLowerCase()
}

function kindOf({ category, subcategory }: MatterRecord): string {
  return [categoryNamesZh, categoryNamesEn].map(({ of, sub }) => `${of[category]} ${subcategory ? sub[subcategory] : ''}`).join(' ')
}
