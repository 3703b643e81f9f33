import type { QueueOrder } from './QueueOrder.ts'

/** What is grave and nobody has signed for; then by the time that is left: past its clock, then as LOOKS groups it; `parked` has no running clock. */
export const QUEUE_GROUPS = ['unsigned', 'overdue', 'half', 'twoHours', 'today', 'later', 'parked'] as const

export type QueueGroupName = (typeof QUEUE_GROUPS)[number]

/** Rows `from` … `to` (not included) of the order, below a heading that stands at `line` of the list. */
export interface QueueGroup {
  name: QueueGroupName
  from: number
  to: number
  line: number
}

/** A line of the list: a group's heading, or the row at a place of the order. */
export type QueueLine = { group: QueueGroup } | { place: number }

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** The groups that hold anything, at a moment (epoch ms); `zoneMs`: offset of the district's zone, in which today ends. */
export function queueGroups(order: QueueOrder, now: number, zoneMs: number): QueueGroup[] {
  const midnight = (Math.floor((now + zoneMs) / DAY_MS) + 1) * DAY_MS - zoneMs
  const twoHours = now + 120 * MINUTE_MS
  const ends = { unsigned: -Infinity, overdue: now, half: now + 30 * MINUTE_MS, twoHours, today: Math.max(midnight, twoHours), later: Infinity }
  const groups: QueueGroup[] = []
  let [from, line] = [0, 0]
  for (const name of QUEUE_GROUPS) {
    const to = name === 'parked' ? order.order.length : order.firstDueFrom(ends[name])
    if (to > from) {
      groups.push({ name, from, to, line })
      line += 1 + to - from
    }
    from = Math.max(from, to)
  }
  return groups
}

/** How many lines groups take. */
export function linesOf(groups: readonly QueueGroup[]): number {
  const last = groups.at(-1)
  return last ? last.line + 1 + last.to - last.from : 0
}

/** Line at which a row of the order stands. */
export function lineOf(groups: readonly QueueGroup[], place: number): number {
  const group = groups.find(({ to }) => place < to)
  return group ? group.line + 1 + place - group.from : 0
}

/** What stands at lines `first` … `last`, both included; beyond the list nothing. */
export function linesBetween(groups: readonly QueueGroup[], first: number, last: number): { line: number; at: QueueLine }[] {
  const lines: { line: number; at: QueueLine }[] = []
  const end = Math.min(last, linesOf(groups) - 1)
  for (let line = Math.max(0, first), inside = groups.findLastIndex(group => group.line <= line); line <= end; line++) {
    if (groups[inside + 1]?.line === line)
      inside++
    const group = groups[inside]!
    lines.push({ line, at: line === group.line ? { group } : { place: group.from + line - group.line - 1 } })
  }
  return lines
}
