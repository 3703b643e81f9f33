import type { Unsigned } from '../../../shared/indicators/open/unsigned.ts'
import { GRAVITIES } from '../../../shared/indicators/open/graveIncidents.ts'

/** `showing` one grave matter for its turn, or `held` by a person for as long as it is not signed for. */
export const FOCUS_STATES = ['idle', 'showing', 'held'] as const
export type FocusState = (typeof FOCUS_STATES)[number]

/** `came` and `left`: grave matters that are new, or are not grave or not open any more; `passed`: time went by. */
export const FOCUS_EVENTS = ['came', 'left', 'passed', 'hold', 'refuse'] as const
export type FocusEvent = (typeof FOCUS_EVENTS)[number]

type Focused = Pick<Unsigned, 'id' | 'grid' | 'gravity'>

/** Of one takeover after the other, each matter has its turn. */
export interface FocusQueue {
  state: FocusState
  /** Undefined while idle. */
  shown: Focused | undefined
  /** Gravest first, then as they came; at most {@link WAITING_MOST}. */
  waiting: readonly Focused[]
  /** Turns begun since it was idle, this one included. */
  turn: number
  /** End of the turn, epoch ms. */
  until: number
}

export interface FocusHappening {
  event: FocusEvent
  /** Those that came or left; else empty. */
  matters: readonly Focused[]
  /** Epoch ms. */
  now: number
  turnMs: number
}

export const IDLE_FOCUS: FocusQueue = { state: 'idle', shown: undefined, waiting: [], turn: 0, until: 0 }

/** What does not fit is still red in every picture. */
export const WAITING_MOST = 12

type Act = 'stay' | 'queue' | 'drop' | 'onTime' | 'keep' | 'release' | 'next'

/** B2: what leads to what. */
export const FOCUS_TABLE: Record<FocusState, Record<FocusEvent, Act>> = {
  idle: { came: 'queue', left: 'stay', passed: 'stay', hold: 'stay', refuse: 'stay' },
  showing: { came: 'queue', left: 'drop', passed: 'onTime', hold: 'keep', refuse: 'next' },
  held: { came: 'queue', left: 'drop', passed: 'stay', hold: 'release', refuse: 'next' },
}

export function focusAfter(queue: FocusQueue, happening: FocusHappening): FocusQueue {
  return ACTS[FOCUS_TABLE[queue.state][happening.event]](queue, happening)
}

const ACTS: Record<Act, (queue: FocusQueue, happening: FocusHappening) => FocusQueue> = {
  stay: queue => queue,
  queue: enqueue,
  drop,
  onTime: (queue, happening) => isOver(queue, happening) ? next(queue, happening) : queue,
  keep: queue => ({ ...queue, state: 'held' }),
  release: (queue, { now, turnMs }) => ({ ...queue, state: 'showing', until: now + turnMs }),
  next,
}

/** A clock that was set back must not hold the picture longer than a turn. */
function isOver({ until }: FocusQueue, { now, turnMs }: FocusHappening): boolean {
  return now >= until || until - now > turnMs
}

function enqueue(queue: FocusQueue, happening: FocusHappening): FocusQueue {
  const known = new Set([queue.shown, ...queue.waiting].map(each => each?.id))
  const fresh = happening.matters.filter(({ id }) => !known.has(id) && known.add(id))
  const waiting = [...queue.waiting, ...fresh].sort((a, b) => rank(a) - rank(b))
  const [first] = waiting
  if (!first)
    return queue
  if (!queue.shown)
    return next({ ...queue, waiting }, happening)
  // A graver one does not wait; the other keeps its place for a turn of its own.
  if (queue.state === 'showing' && rank(first) < rank(queue.shown))
    return { ...queue, shown: first, waiting: bounded([queue.shown, ...waiting.slice(1)]), until: happening.now + happening.turnMs }
  return { ...queue, waiting: bounded(waiting) }
}

function drop(queue: FocusQueue, happening: FocusHappening): FocusQueue {
  const gone = new Set(happening.matters.map(({ id }) => id))
  const left = { ...queue, waiting: queue.waiting.filter(({ id }) => !gone.has(id)) }
  return queue.shown && gone.has(queue.shown.id) ? next(left, happening) : left
}

function next({ waiting: [shown, ...waiting], turn }: FocusQueue, { now, turnMs }: FocusHappening): FocusQueue {
  return shown ? { state: 'showing', shown, waiting: bounded(waiting), turn: turn + 1, until: now + turnMs } : IDLE_FOCUS
}

function bounded(waiting: readonly Focused[]): readonly Focused[] {
  return waiting.slice(0, WAITING_MOST)
}

function rank({ gravity }: Focused): number {
  return GRAVITIES.indexOf(gravity)
}
