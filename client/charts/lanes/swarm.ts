import type { Severity } from '../../../shared/words/severity.ts'
import { isGrave } from '../../../shared/words/severity.ts'

export interface SwarmMatter {
  id: string
  severity: Severity
  /** Of the limit that is left, at most 1; below 0 past it. */
  share: number
  /** Width of what is written beside it, px; 0 for nothing. */
  labelWidth: number
}

/** A lane: marks stand between 0 and `limit`, overdue ones from there to `end`; px. */
export interface SwarmBox {
  limit: number
  end: number
  height: number
  /** Between a px of LOOKS and a px here. */
  scale: number
}

export interface SwarmMark {
  id: string
  x: number
  y: number
  r: number
  isOver: boolean
  /** Where its label begins or ends; absent where there is no room for it. */
  label?: { x: number; anchor: 'start' | 'end' }
}

export interface Swarm {
  marks: SwarmMark[]
  /** Matters for which there was no place, the least grave. */
  rest: number
}

/** Radius of a mark, wall px. */
const RADIUS: Record<Severity, number> = { I: 18, II: 14, III: 10.5, IV: 8 }

/** A crowd is drawn smaller before anything is left out. */
const SIZES = [1, 0.8, 0.65, 0.5]

/** A lane never draws more. */
const MOST = 400

/** In a crowd a mark may stand so much further right than its share says, of the lane's width. */
const ASIDE = 0.12

/** Around a mark that is overdue there is a ring, wall px. */
const RING = 4

/** Height of a label, and what lies between it and its mark, wall px. */
const LABEL = { height: 24, gap: 6 }

interface Box { x: number; y: number; width: number; height: number }

interface Placed extends SwarmMark { reach: number }

/**
 * Beeswarm of one lane: x by share of the limit left (1 at the left end, 0 at the limit, then overdue), y by what is free, from the
 * middle outwards. Marks never overlap and keep their order; grave ones take their place and their label first.
 * @param matters gravest first; what is beyond the room is counted
 */
export function swarm(matters: readonly SwarmMatter[], box: SwarmBox): Swarm {
  const drawn = matters.slice(0, MOST)
  let marks: SwarmMark[] = []
  for (const size of SIZES) {
    marks = lay(drawn, box, size)
    if (marks.length === drawn.length)
      break
  }
  return { marks, rest: matters.length - marks.length }
}

function lay(matters: readonly SwarmMatter[], box: SwarmBox, size: number): SwarmMark[] {
  const grave: Placed[] = []
  const labels: Box[] = []
  for (const matter of matters.filter(({ severity }) => isGrave(severity)))
    placeGrave(matter, box, size, grave, labels)
  const common: Placed[] = []
  let last = 0
  const byPlace = matters.filter(({ severity }) => !isGrave(severity)).map(matter => ({ matter, at: target(matter, box, size) })).sort((a, b) => a.at - b.at)
  for (const { matter, at } of byPlace) {
    const mark = place(matter, box, size, Math.max(at, last), at, (x, y, reach) => isFree(x, y, reach, grave, labels) && isFreeBehind(x, y, reach, common))
    if (!mark)
      continue
    last = mark.x
    common.push(mark)
  }
  return [...common, ...grave].map(({ reach: _, ...mark }) => mark)
}

/** Where a matter belongs, by its share. */
function target({ severity, share }: SwarmMatter, { limit, end, scale }: SwarmBox, size: number): number {
  const r = RADIUS[severity] * scale * size
  if (share >= 0)
    return Math.min(Math.max(limit * (1 - share), r), limit - r - scale)
  const reach = r + (RING + 1) * scale
  return limit + reach + Math.max(0, end - limit - 2 * reach) * (-share / (1 - share))
}

function placeGrave(matter: SwarmMatter, box: SwarmBox, size: number, grave: Placed[], labels: Box[]): void {
  const at = target(matter, box, size)
  let label: SwarmMark['label']
  const clear = (x: number, y: number, reach: number) => isFree(x, y, reach, grave, labels)
  const withLabel = place(matter, box, size, at, at, (x, y, reach) => {
    label = clear(x, y, reach) ? labelAt(matter, x, y, reach, box, grave, labels) : undefined
    return label !== undefined
  })
  const mark = withLabel ?? place(matter, box, size, at, at, clear)
  if (!mark)
    return
  grave.push(withLabel && label ? { ...mark, label } : mark)
  if (withLabel && label)
    labels.push(labelBox(label, matter.labelWidth, mark.y, box.scale))
}

/** First free place from `from` on, no further aside of `at` than a crowd may push it. */
function place({ id, severity, share }: SwarmMatter, { limit, end, height, scale }: SwarmBox, size: number, from: number, at: number, isFree: (x: number, y: number, reach: number) => boolean): Placed | undefined {
  const r = RADIUS[severity] * scale * size
  const isOver = share < 0
  const reach = isOver ? r + (RING + 1) * scale : r + scale / 2
  const furthest = isOver ? end - reach : Math.min(at + ASIDE * limit, limit - r - scale)
  const steps = Math.floor((height / 2 - reach) / (r / 2))
  for (let x = from; x <= furthest + 0.001; x += r / 2) {
    for (let step = 0; step <= 2 * steps; step++) {
      const y = height / 2 + (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * (r / 2)
      if (isFree(x, y, reach))
        return { id, x, y, r, isOver, reach }
    }
  }
  return undefined
}

function labelAt({ labelWidth }: SwarmMatter, x: number, y: number, reach: number, box: SwarmBox, grave: readonly Placed[], labels: readonly Box[]): SwarmMark['label'] {
  const gap = LABEL.gap * box.scale
  const right = { x: x + reach + gap, anchor: 'start' as const }
  const left = { x: Math.min(x - reach, box.limit) - gap, anchor: 'end' as const }
  const fits = (label: NonNullable<SwarmMark['label']>) => {
    const area = labelBox(label, labelWidth, y, box.scale)
    return area.x >= 0 && area.x + area.width <= box.limit
      && labels.every(other => !overlaps(area, other)) && grave.every(mark => !touches(mark.x, mark.y, mark.reach, area))
  }
  return [right, left].find(fits)
}

function labelBox({ x, anchor }: NonNullable<SwarmMark['label']>, width: number, y: number, scale: number): Box {
  return { x: anchor === 'start' ? x : x - width, y: y - LABEL.height * scale / 2, width, height: LABEL.height * scale }
}

function isFree(x: number, y: number, reach: number, marks: readonly Placed[], labels: readonly Box[]): boolean {
  return marks.every(mark => Math.hypot(mark.x - x, mark.y - y) >= mark.reach + reach) && labels.every(label => !touches(x, y, reach, label))
}

/** As they come from left to right, only the last ones can be in the way. */
function isFreeBehind(x: number, y: number, reach: number, marks: readonly Placed[]): boolean {
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index]!
    if (x - mark.x > 4 * reach + mark.reach)
      return true
    if (Math.hypot(mark.x - x, mark.y - y) < mark.reach + reach)
      return false
  }
  return true
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function touches(x: number, y: number, reach: number, { x: left, y: top, width, height }: Box): boolean {
  const dx = x - Math.min(Math.max(x, left), left + width)
  const dy = y - Math.min(Math.max(y, top), top + height)
  return Math.hypot(dx, dy) < reach
}
