import type { QueueRow } from './QueueRow.ts'
import type { DeskAddress } from './deskAddress.ts'
import { metresBetween } from '../../../shared/families/incident/reading/likelyDuplicates.ts'
import { isInView } from './QueueRow.ts'
import { halfWidth } from '../../../shared/words/halfWidth.ts'

/** A matter this near to a building that was searched for is at it. */
const AT_BUILDING_M = 40
const BUILDINGS_MOST = 50

/** What is searched in beside the rows. */
export interface Searched {
  /** All that a row's place and kind are called, in both languages. */
  namesOf: (row: QueueRow) => string
  buildings: readonly { names: { zh: string; en?: string | undefined }; lng: number; lat: number }[]
}

/** Whether a row is in the view of an address, passes its filters, and fits each part of what is searched for. */
export function queueFilter(address: DeskAddress, searched: Searched): (row: QueueRow) => boolean {
  const { view, seat, within, category, severity, level, stage, holder } = address
  const fits = searchFor(address.q, searched)
  return row => isInView(view, row, seat ?? '')
    && (within === undefined || row.grid.startsWith(within))
    && (category === undefined || row.category === category)
    && (severity === undefined || row.severity === severity)
    && (level === undefined || row.level === level)
    && (stage === undefined || row.stage === stage)
    && (holder === undefined || row.holder === holder)
    && fits(row)
}

function searchFor(q: string, { namesOf, buildings }: Searched): (row: QueueRow) => boolean {
  const parts = halfWidth(q).toLowerCase().split(/[\s,，]+/u).filter(part => part !== '')
  if (parts.length === 0)
    return () => true
  const has = (text: string) => parts.every(part => text.includes(part))
  const near = buildings.filter(({ names }) => has(`${names.zh} ${names.en ?? ''}`.toLowerCase())).slice(0, BUILDINGS_MOST)
  return row => has(`${row.id} ${row.title ?? ''} ${row.address ?? ''} ${row.grid} ${namesOf(row)}`.toLowerCase())
    || (row.place !== undefined && near.some(building => metresBetween(building, row.place!) <= AT_BUILDING_M))
}
