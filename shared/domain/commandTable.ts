import type { Role } from '../words/role.ts'
import type { Move } from './stageTable.ts'

interface CommandRule {
  /** What it does to a matter; STAGE_TABLE says at which stages that is lawful. */
  move: Move
  may: readonly Role[]
  /** Fields that it cannot do without. */
  carries: readonly string[]
  /** It contradicts nothing that a colleague does meanwhile: no version is asked for. */
  free?: true
}

const DESK = ['dutyOfficer', 'dutyLead'] as const
const GRID = [...DESK, 'gridLeader'] as const
const HANDS = [...GRID, 'gridWorker', 'helper', 'unit'] as const

/**
 * What people may order, who may, and what the order must carry. Somebody of a grid may do it to matters of that grid, a
 * unit to matters that it holds or is called to. The engine's own decisions are no commands.
 */
export const COMMAND_TABLE = {
  acknowledge: { move: 'acknowledged', may: HANDS, carries: [] },
  accept: { move: 'accepted', may: GRID, carries: [] },
  reject: { move: 'rejected', may: DESK, carries: ['reason'] },
  dispatch: { move: 'dispatched', may: GRID, carries: [] },
  handle: { move: 'handling', may: HANDS, carries: [] },
  comment: { move: 'commented', may: HANDS, carries: ['text'], free: true },
  escalate: { move: 'escalated', may: [...GRID, 'gridWorker', 'unit'], carries: ['reason'] },
  sendDown: { move: 'sent-down', may: DESK, carries: ['reason'] },
  return: { move: 'returned', may: [...GRID, 'gridWorker', 'unit'], carries: ['reason'] },
  rule: { move: 'ruled', may: ['dutyLead'], carries: ['ruling'] },
  whistle: { move: 'whistled', may: DESK, carries: ['units'] },
  arrive: { move: 'unit-arrived', may: [...DESK, 'unit'], carries: ['unit'] },
  lead: { move: 'led', may: ['dutyLead'], carries: ['unit'] },
  supervise: { move: 'supervised', may: ['dutyLead'], carries: [] },
  extend: { move: 'extended', may: ['dutyLead'], carries: ['by', 'note'] },
  park: { move: 'parked', may: DESK, carries: ['reason', 'authority'] },
  resume: { move: 'resumed', may: [...GRID, 'unit'], carries: [] },
  feedback: { move: 'feedback', may: HANDS, carries: ['note'] },
  check: { move: 'checking', may: [...GRID, 'gridWorker'], carries: [] },
  rework: { move: 'rework', may: GRID, carries: ['reason'] },
  merge: { move: 'merged', may: DESK, carries: ['into'] },
  unmerge: { move: 'unmerged', may: DESK, carries: [] },
  close: { move: 'closed', may: [...GRID, 'gridWorker'], carries: ['note'] },
  evaluate: { move: 'evaluated', may: DESK, carries: ['satisfied'] },
  reopen: { move: 'reopened', may: DESK, carries: ['reason'] },
  reclassify: { move: 'reclassified', may: GRID, carries: [] },
  reportUpward: { move: 'report-sent', may: DESK, carries: ['kind', 'by', 'to'] },
  receiveReport: { move: 'report-received', may: DESK, carries: [] },
  tick: { move: 'ticked', may: HANDS, carries: ['item', 'done'], free: true },
  reveal: { move: 'revealed', may: DESK, carries: ['fields', 'why'], free: true },
  attach: { move: 'attached', may: HANDS, carries: ['attachment', 'mediaType', 'bytes'], free: true },
} as const satisfies Record<string, CommandRule>

export type CommandType = keyof typeof COMMAND_TABLE

export const COMMAND_TYPES = Object.keys(COMMAND_TABLE) as CommandType[]

/** The rule of a command, its roles open to any question. */
export function ruleOf(type: CommandType): CommandRule {
  return COMMAND_TABLE[type]
}
