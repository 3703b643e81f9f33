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
  'warned',
  'call-passed',
  'sent-down',
  'ruled',
  'whistled',
  'unit-arrived',
  'led',
  'reclassified',
  'report-sent',
  'report-received',
  'ticked',
  'attached',
  'joined',
  'unmerged',
  'parted',
  'revealed',
  'recalled',
] as const

export type Move = (typeof MOVES)[number]

type Row = Record<Move, Stage | null>

const nothing: Row = {
  'accepted': null,
  'rejected': null,
  'dispatched': null,
  'acknowledged': null,
  'handling': null,
  'returned': null,
  'extended': null,
  'parked': null,
  'resumed': null,
  'feedback': null,
  'checking': null,
  'rework': null,
  'closed': null,
  'evaluated': null,
  'merged': null,
  'reopened': null,
  'escalated': null,
  'supervised': null,
  'commented': null,
  'warned': null,
  'call-passed': null,
  'sent-down': null,
  'ruled': null,
  'whistled': null,
  'unit-arrived': null,
  'led': null,
  'reclassified': null,
  'report-sent': null,
  'report-received': null,
  'ticked': null,
  'attached': null,
  'joined': null,
  'unmerged': null,
  'parted': null,
  'revealed': null,
  'recalled': null,
}

/** What contradicts no stage. */
const told = (stage: Stage): Row => ({ ...nothing, commented: stage, parted: stage, revealed: stage })

/** What may still be told of a matter that has ended. */
const ended = (stage: Stage): Row => ({ ...told(stage), 'report-sent': stage, 'report-received': stage, 'attached': stage })

/** What may be done to any matter that is still open, whatever its stage: it stays in `stage`. */
const open = (stage: Stage): Row => ({
  ...ended(stage),
  'merged': 'merged',
  'supervised': stage,
  'warned': stage,
  'whistled': stage,
  'unit-arrived': stage,
  'led': stage,
  'reclassified': stage,
  'ticked': stage,
  'joined': stage,
})

/** Escalated or sent down, a matter comes to `to`: one that was in hand must be signed for again at the new level. */
const movable = (to: Stage): Partial<Row> => ({ 'escalated': to, 'sent-down': to })

/** In hand: with somebody who was sent. */
const inHand = (stage: Stage): Row => ({ ...open(stage), ...movable('dispatched'), dispatched: 'dispatched', returned: 'returned', extended: stage, parked: 'parked' })

/**
 * Where a move leads from a matter as it stands; null is unlawful. As {@link STAGE_TABLE} says, but what was merged goes back to where it
 * was, and what was parked goes on where the event says.
 */
export function stageAfter({ stage, mergedFrom }: { stage: Stage; mergedFrom?: Stage | undefined }, move: Move, to?: Stage): Stage | null {
  const next = STAGE_TABLE[stage][move]
  if (next !== null && move === 'unmerged')
    return mergedFrom ?? next
  return next !== null && move === 'resumed' && to !== undefined ? to : next
}

/**
 * What leads where: from a stage, by a move, to a stage; null is unlawful. A matter may be closed straight from
 * `reported` or `accepted` (自处置: the one who found it settled it on the spot).
 */
export const STAGE_TABLE: Record<Stage, Row> = {
  reported: { ...open('reported'), ...movable('reported'), 'accepted': 'accepted', 'rejected': 'rejected', 'closed': 'closed', 'call-passed': 'reported' },
  accepted: { ...open('accepted'), ...movable('accepted'), dispatched: 'dispatched', closed: 'closed' },
  rejected: { ...told('rejected'), reopened: 'reopened' },
  dispatched: { ...inHand('dispatched'), 'acknowledged': 'acknowledged', 'call-passed': 'dispatched' },
  acknowledged: { ...inHand('acknowledged'), acknowledged: 'acknowledged', handling: 'handling' },
  handling: { ...inHand('handling'), acknowledged: 'handling', feedback: 'feedback' },
  returned: { ...open('returned'), ...movable('returned'), dispatched: 'dispatched', rejected: 'rejected', closed: 'closed', ruled: 'returned' },
  parked: { ...open('parked'), ...movable('dispatched'), resumed: 'handling', closed: 'closed' },
  feedback: { ...open('feedback'), ...movable('dispatched'), checking: 'checking', closed: 'closed', rework: 'rework' },
  checking: { ...open('checking'), ...movable('dispatched'), closed: 'closed', rework: 'rework' },
  rework: { ...inHand('rework'), handling: 'handling', feedback: 'feedback' },
  closed: { ...ended('closed'), evaluated: 'evaluated', reopened: 'reopened' },
  evaluated: { ...ended('evaluated'), evaluated: 'evaluated', reopened: 'reopened' },
  merged: { ...told('merged'), unmerged: 'reported' },
  reopened: { ...open('reopened'), ...movable('reopened'), 'accepted': 'accepted', 'dispatched': 'dispatched', 'closed': 'closed', 'call-passed': 'reopened' },
}
