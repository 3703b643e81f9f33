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
  /** Where its label begins or ends, and its middle; away from the mark where it has a line of its own that leads to it. Each grave mark has one. */
  label?: { x: number; y: number; anchor: 'start' | 'end'; leads?: true }
}

export interface Swarm {
  marks: SwarmMark[]
  /** Matters of severity IV for which there was no place; of III only where III alone has none. */
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
 * middle outwards. Marks never overlap and keep their order; grave ones take their place and their label first, and are drawn
 * and named whatever becomes of the others.
 * @param matters gravest first; what is beyond the room is counted
 */
export function swarm(matters: readonly SwarmMatter[], box: SwarmBox): Swarm {
  const drawn = matters.slice(0, MOST)
  const grave = layGrave(drawn.filter(({ severity }) => isGrave(severity)), box)
  const common = drawn.filter(({ severity }) => !isGrave(severity))
  let marks: Placed[] = []
  for (const size of SIZES) {
    marks = lay(common, grave, box, size)
    if (marks.length === common.length)
      break
  }
  // A crowd that has no place leaves what is ordinary out, and nothing graver.
  if (marks.length < common.length)
    marks = lay(common, grave, box, SIZES.at(-1)!, ['III', 'IV'])
  return { marks: [...marks, ...grave.marks].map(({ reach: _, ...mark }) => mark), rest: common.length - marks.length + matters.length - drawn.length }
}

interface Grave { marks: Placed[]; labels: Box[] }

/** As large as lets each have its name. */
function layGrave(matters: readonly SwarmMatter[], box: SwarmBox): Grave {
  let grave: Grave = { marks: [], labels: [] }
  for (const size of SIZES) {
    grave = { marks: [], labels: [] }
    for (const matter of matters)
      placeGrave(matter, box, size, grave.marks, grave.labels)
    if (grave.labels.length === matters.length)
      break
  }
  return grave
}

/** @param ranks one severity takes its places after the other; absent: all by their place */
function lay(matters: readonly SwarmMatter[], grave: Grave, box: SwarmBox, size: number, ranks: readonly Severity[] = []): Placed[] {
  const common: Placed[] = []
  const byPlace = matters.map(matter => ({ matter, at: target(matter, box, size) })).sort((a, b) => a.at - b.at)
  for (const rank of ranks.length > 0 ? ranks : [undefined]) {
    const before = [...grave.marks, ...common]
    const own: Placed[] = []
    for (const { matter, at } of byPlace.filter(each => rank === undefined || each.matter.severity === rank)) {
      const mark = place(matter, box, size, Math.max(at, own.at(-1)?.x ?? 0), at, (x, y, reach) => isFree(x, y, reach, before, grave.labels) && isFreeBehind(x, y, reach, own))
      if (mark)
        own.push(mark)
    }
    common.push(...own)
  }
  return common
}

/** Where a matter belongs, by its share. */
function target({ severity, share }: SwarmMatter, { limit, end, scale }: SwarmBox, size: number): number {
  const r = RADIUS[severity] * scale * size
  if (share >= 0)
    return Math.min(Math.max(limit * (1 - share), r), limit - r - scale)
  const reach = r + (RING + 1) * scale
  return limit + reach + Math.max(0, end - limit - 2 * reach) * (-share / (1 - share))
}

/** With its label beside it, else with one in a line of its own; without a free place at its own one all the same. */
function placeGrave(matter: SwarmMatter, box: SwarmBox, size: number, grave: Placed[], labels: Box[]): void {
  const at = target(matter, box, size)
  const reach = reachOf(matter, box, size)
  let label: SwarmMark['label']
  const clear = (x: number, y: number) => isFree(x, y, reach, grave, labels)
  const beside = (x: number, y: number) => {
    label = clear(x, y) ? labelAt(matter, x, y, reach, box, grave, labels) : undefined
    return label !== undefined
  }
  const least = matter.share < 0 ? box.limit + reach : Math.max(reach, at - ASIDE * box.limit)
  const named = place(matter, box, size, at, at, beside) ?? place(matter, box, size, least, at, beside)
  const mark = named ?? place(matter, box, size, least, at, clear)
    ?? { id: matter.id, x: at, y: box.height / 2, r: RADIUS[matter.severity] * box.scale * size, isOver: matter.share < 0, reach }
  if (!named)
    label = labelApart(matter, mark.x, mark.y, reach, box, grave, labels)
  if (label)
    labels.push(labelBox(label, matter.labelWidth, box.scale))
  grave.push(label ? { ...mark, label } : mark)
}

function reachOf({ severity, share }: SwarmMatter, { scale }: SwarmBox, size: number): number {
  const r = RADIUS[severity] * scale * size
  return share < 0 ? r + (RING + 1) * scale : r + scale / 2
}

/** First free place from `from` on, no further aside of `at` than a crowd may push it. */
function place({ id, severity, share }: SwarmMatter, { limit, end, height, scale }: SwarmBox, size: number, from: number, at: number, isFree: (x: number, y: number, reach: number) => boolean): Placed | undefined {
  const r = RADIUS[severity] * scale * size
  const isOver = share < 0
  const reach = reachOf({ id, severity, share, labelWidth: 0 }, { limit, end, height, scale }, size)
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

/** Right or left of its mark; undefined where neither is free. */
function labelAt(matter: SwarmMatter, x: number, y: number, reach: number, box: SwarmBox, grave: readonly Placed[], labels: readonly Box[]): SwarmMark['label'] {
  const gap = LABEL.gap * box.scale
  const own = { x, y, reach }
  return [
    { x: x + reach + gap, y, anchor: 'start' as const },
    { x: Math.min(x - reach, box.limit) - gap, y, anchor: 'end' as const },
  ].find(label => fits(label, matter.labelWidth, box, [...grave, own], labels))
}

/** In the nearest free line of the lane, left of the limit. */
function labelApart({ labelWidth }: SwarmMatter, x: number, y: number, reach: number, box: SwarmBox, grave: readonly Placed[], labels: readonly Box[]): SwarmMark['label'] {
  const line = LABEL.height * box.scale
  const lines = Math.floor(box.height / line)
  const spots: NonNullable<SwarmMark['label']>[] = []
  for (let place = 0; place < lines; place++) {
    for (let end = Math.min(x - reach, box.limit) - 2 * LABEL.gap * box.scale; end >= labelWidth; end -= line)
      spots.push({ x: end, y: (place + 0.5) * box.height / lines, anchor: 'end', leads: true })
  }
  return spots
    .sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))
    .find(label => fits(label, labelWidth, box, [...grave, { x, y, reach }], labels))
}

function fits(label: NonNullable<SwarmMark['label']>, width: number, { limit, height, scale }: SwarmBox, marks: readonly Pick<Placed, 'x' | 'y' | 'reach'>[], labels: readonly Box[]): boolean {
  const area = labelBox(label, width, scale)
  return area.x >= 0 && area.x + area.width <= limit && area.y >= -scale && area.y + area.height <= height + scale
    && labels.every(other => !overlaps(area, other)) && marks.every(mark => !touches(mark.x, mark.y, mark.reach, area))
}

function labelBox({ x, y, anchor }: NonNullable<SwarmMark['label']>, width: number, scale: number): Box {
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
