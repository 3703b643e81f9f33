import type { CommandType } from '../../../shared/domain/commandTable.ts'
import type { Stage } from '../../../shared/domain/stages.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { State } from '../../../shared/state/State.ts'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/commands/decide.ts'
import { COMMAND_TABLE, COMMAND_TYPES } from '../../../shared/domain/commandTable.ts'
import { STAGES } from '../../../shared/domain/stages.ts'
import { STAGE_TABLE } from '../../../shared/domain/stageTable.ts'
import { ROLES } from '../../../shared/words/role.ts'
import { anyHolder } from '../../support/anyHolder.ts'
import { commandOf } from '../../support/commandOf.ts'
import { foldAll } from '../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../support/incidentEvent.ts'
import { foldDecided } from '../../support/foldDecided.ts'

const LEAD = { id: 'seat-2', role: 'dutyLead' } as const
/** Another than who brought it there: one who has signed for it does not sign again. */
const OTHER = { id: 'seat-3', role: 'dutyLead' } as const
/** Where the table has the move and what it has come to does not: what is parked changes its level only once it was resumed (C24). */
/** Where the table says where a move leads by default, and what the matter has come to says otherwise: it was parked before it was signed for. */
const LEADS: Partial<Record<CommandType, Stage>> = { resume: 'dispatched' }
const STANDS: Partial<Record<CommandType, Stage>> = { escalate: 'parked', sendDown: 'parked' }
const NOW = T0 + 3_600_000

/** The commands that bring a matter to each stage. */
const WAY: Record<Stage, CommandType[]> = {
  reported: [],
  accepted: ['accept'],
  rejected: ['reject'],
  dispatched: ['accept', 'dispatch'],
  acknowledged: ['accept', 'dispatch', 'acknowledge'],
  handling: ['accept', 'dispatch', 'acknowledge', 'handle'],
  returned: ['accept', 'dispatch', 'return'],
  parked: ['accept', 'dispatch', 'park'],
  feedback: ['accept', 'dispatch', 'acknowledge', 'handle', 'feedback'],
  checking: ['accept', 'dispatch', 'acknowledge', 'handle', 'feedback', 'check'],
  rework: ['accept', 'dispatch', 'acknowledge', 'handle', 'feedback', 'rework'],
  closed: ['close'],
  evaluated: ['close', 'evaluate'],
  merged: ['merge'],
  reopened: ['close', 'reopen'],
}

/** What each command carries here. */
const DATA: Record<CommandType, object> = {
  acknowledge: { word: '调度员' },
  accept: {},
  reject: { reason: 'not-ours' },
  dispatch: { unit: '供热公司' },
  handle: {},
  comment: { text: 'x' },
  escalate: { reason: 'ordered' },
  sendDown: { reason: 'ordered' },
  return: { reason: 'not-ours' },
  rule: { ruling: 'upheld' },
  whistle: { units: ['城管'] },
  arrive: { unit: '城管' },
  lead: { unit: '城管' },
  supervise: { card: 'yellow' },
  extend: { by: 'PT1H', note: 'x' },
  park: { reason: 'season', authority: '带班席' },
  resume: {},
  feedback: { note: 'x' },
  check: {},
  rework: { reason: 'not-done' },
  merge: { into: 'WG-9' },
  unmerge: {},
  close: { note: 'x' },
  evaluate: { satisfied: true },
  reopen: { reason: 'error' },
  reclassify: { severity: 'III' },
  reportUpward: { kind: 'first', by: 'phone', to: '旗政府总值班室' },
  receiveReport: {},
  tick: { item: 'scene-secured', done: true },
  reveal: { fields: ['phone'], why: '回拨' },
  attach: { attachment: 'a'.repeat(64), mediaType: 'image/png', bytes: 1 },
}

/** What must have been before, for a command that answers another. */
const BEFORE: Partial<Record<CommandType, CommandType>> = { arrive: 'whistle', lead: 'whistle', receiveReport: 'reportUpward' }

function matterAt(stage: Stage): { state: State; incident: Incident } {
  const state = foldAll([incidentEvent('reported', 0, {}, { subject: 'WG-9' }), incidentEvent('reported', 0, { level: 'community', reporter: { phone: '19900001207' } })])
  const incident = state.incident.incidents.get('WG-1')!
  for (const type of WAY[stage])
    foldDecided(state, commandOf(type, incident, DATA[type]), NOW, LEAD)
  expect(incident.stage).toBe(stage)
  return { state, incident }
}

describe('stage × command', () => {
  for (const stage of STAGES) {
    it(`[C3] ${stage}: a command goes through exactly where the table of stages lets it`, () => {
      for (const type of COMMAND_TYPES) {
        const { state, incident } = matterAt(stage)
        const before = BEFORE[type]
        if (before && STAGE_TABLE[stage][COMMAND_TABLE[before].move] !== null)
          foldDecided(state, commandOf(before, incident, DATA[before]), NOW, LEAD)
        const to = STAGE_TABLE[stage][COMMAND_TABLE[type].move]
        const decided = decide(state, commandOf(type, incident, DATA[type]), NOW, { actor: OTHER, holders: anyHolder })
        if (to === null) {
          expect([type, decided]).toEqual([type, expect.objectContaining({ reason: 'wrong-stage', stage })])
        }
        else if (STANDS[type] === stage) {
          expect(decided).toMatchObject({ reason: 'parked' })
        }
        else {
          foldDecided(state, commandOf(type, incident, DATA[type]), NOW, OTHER)
          expect([type, incident.stage]).toEqual([type, LEADS[type] ?? to])
        }
      }
    })
  }

  for (const type of COMMAND_TYPES) {
    it(`[C4] ${type}: who may is the table's word`, () => {
      const stage = STAGES.find(each => STAGE_TABLE[each][COMMAND_TABLE[type].move] !== null)!
      const { state, incident } = matterAt(stage)
      for (const role of ROLES) {
        const decided = decide(state, commandOf(type, incident, DATA[type]), NOW, { actor: { id: 'x', role }, holders: anyHolder })
        const may = (COMMAND_TABLE[type].may as readonly string[]).includes(role)
        expect([role, 'reason' in decided && decided.reason === 'not-allowed']).toEqual([role, !may])
      }
    })
  }
})
