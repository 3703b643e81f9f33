import type { Stage } from './stages.ts'

/** Happenings that move an incident or act on it, all but its report. */
export const MOVES = [
  'accepted',
  'rejected',
  'dispatched',
  'acknowledged',
  'handling',
  'returned',
  'extended',
  'parked',
  'resumed',
  'feedback',
  'checking',
  'rework',
  'closed',
  'evaluated',
  'merged',
  'reopened',
  'escalated',
  'supervised',
  'commented',
] as const

export type Move = (typeof MOVES)[number]

type Row = Record<Move, Stage | null>

const nothing: Row = {
  accepted: null,
  rejected: null,
  dispatched: null,
  acknowledged: null,
  handling: null,
  returned: null,
  extended: null,
  parked: null,
  resumed: null,
  feedback: null,
  checking: null,
  rework: null,
  closed: null,
  evaluated: null,
  merged: null,
  reopened: null,
  escalated: null,
  supervised: null,
  commented: null,
}

/** What may be done to any matter that is still open, whatever its stage: it stays in `stage`. */
const open = (stage: Stage): Row => ({ ...nothing, merged: 'merged', supervised: stage, commented: stage })

/** In hand: with somebody who was sent. Escalated, it must be signed for again at the new level. */
const inHand = (stage: Stage): Row => ({ ...open(stage), dispatched: 'dispatched', returned: 'returned', extended: stage, parked: 'parked', escalated: 'dispatched' })

/**
 * What leads where: from a stage, by a move, to a stage; null is unlawful. A matter may be closed straight from
 * `reported` or `accepted` (自处置: the one who found it settled it on the spot).
 */
export const STAGE_TABLE: Record<Stage, Row> = {
  reported: { ...open('reported'), accepted: 'accepted', rejected: 'rejected', closed: 'closed', escalated: 'reported' },
  accepted: { ...open('accepted'), dispatched: 'dispatched', closed: 'closed', escalated: 'accepted' },
  rejected: { ...nothing, reopened: 'reopened', commented: 'rejected' },
  dispatched: { ...inHand('dispatched'), acknowledged: 'acknowledged' },
  acknowledged: { ...inHand('acknowledged'), handling: 'handling' },
  handling: { ...inHand('handling'), feedback: 'feedback' },
  returned: { ...open('returned'), dispatched: 'dispatched', rejected: 'rejected', closed: 'closed', escalated: 'returned' },
  parked: { ...open('parked'), resumed: 'handling', closed: 'closed', escalated: 'dispatched' },
  feedback: { ...open('feedback'), checking: 'checking', closed: 'closed', rework: 'rework', escalated: 'dispatched' },
  checking: { ...open('checking'), closed: 'closed', rework: 'rework', escalated: 'dispatched' },
  rework: { ...inHand('rework'), handling: 'handling', feedback: 'feedback' },
  closed: { ...nothing, evaluated: 'evaluated', reopened: 'reopened', commented: 'closed' },
  evaluated: { ...nothing, evaluated: 'evaluated', reopened: 'reopened', commented: 'evaluated' },
  merged: { ...nothing, commented: 'merged' },
  reopened: { ...open('reopened'), accepted: 'accepted', dispatched: 'dispatched', closed: 'closed', escalated: 'reopened' },
}
