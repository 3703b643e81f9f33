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
import { commandOf } from '../../support/commandOf.ts'
import { foldAll } from '../../support/foldAll.ts'
import { incidentEvent, T0 } from '../../support/incidentEvent.ts'
import { foldDecided } from '../../support/foldDecided.ts'

const LEAD = { id: 'seat-2', role: 'dutyLead' } as const
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
  acknowledge: {},
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
  close: { note: 'x' },
  evaluate: { satisfied: true },
  reopen: { reason: 'error' },
  reclassify: { severity: 'III' },
  reportUpward: { kind: 'first', by: 'phone', to: '旗政府总值班室' },
  receiveReport: {},
  tick: { item: 'scene-secured', done: true },
  attach: { attachment: 'a'.repeat(64), mediaType: 'image/png', bytes: 1 },
}

/** What must have been before, for a command that answers another. */
const BEFORE: Partial<Record<CommandType, CommandType>> = { arrive: 'whistle', lead: 'whistle', receiveReport: 'reportUpward' }

function matterAt(stage: Stage): { state: State; incident: Incident } {
  const state = foldAll([incidentEvent('reported', 0, {}, { subject: 'WG-9' }), incidentEvent('reported', 0, { level: 'community' })])
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
        const decided = decide(state, commandOf(type, incident, DATA[type]), NOW, { actor: LEAD })
        if (to === null) {
          expect([type, decided]).toEqual([type, expect.objectContaining({ reason: 'wrong-stage', stage })])
        }
        else {
          foldDecided(state, commandOf(type, incident, DATA[type]), NOW, LEAD)
          expect([type, incident.stage]).toEqual([type, to])
        }
      }
    })
  }

  for (const type of COMMAND_TYPES) {
    it(`[C4] ${type}: who may is the table's word`, () => {
      const stage = STAGES.find(each => STAGE_TABLE[each][COMMAND_TABLE[type].move] !== null)!
      const { state, incident } = matterAt(stage)
      for (const role of ROLES) {
        const decided = decide(state, commandOf(type, incident, DATA[type]), NOW, { actor: { id: 'x', role } })
        const may = (COMMAND_TABLE[type].may as readonly string[]).includes(role)
        expect([role, 'reason' in decided && decided.reason === 'not-allowed']).toEqual([role, !may])
      }
    })
  }
})
