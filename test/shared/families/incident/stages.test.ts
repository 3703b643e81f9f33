import type { Move } from '../../../../shared/domain/stageTable.ts'
import type { Stage } from '../../../../shared/domain/stages.ts'
import { describe, expect, it } from 'vitest'
import { isEnded, STAGES } from '../../../../shared/domain/stages.ts'
import { MOVES } from '../../../../shared/domain/stageTable.ts'
import { fold } from '../../../../shared/state/fold.ts'
import { foldAll } from '../../../support/foldAll.ts'
import { incidentEvent } from '../../../support/incidentEvent.ts'

/** The moves that bring a matter to each stage. */
const WAY: Record<Stage, Move[]> = {
  reported: [],
  accepted: ['accepted'],
  rejected: ['rejected'],
  dispatched: ['accepted', 'dispatched'],
  acknowledged: ['accepted', 'dispatched', 'acknowledged'],
  handling: ['accepted', 'dispatched', 'acknowledged', 'handling'],
  returned: ['accepted', 'dispatched', 'returned'],
  parked: ['accepted', 'dispatched', 'parked'],
  feedback: ['accepted', 'dispatched', 'acknowledged', 'handling', 'feedback'],
  checking: ['accepted', 'dispatched', 'acknowledged', 'handling', 'feedback', 'checking'],
  rework: ['accepted', 'dispatched', 'acknowledged', 'handling', 'feedback', 'rework'],
  closed: ['closed'],
  evaluated: ['closed', 'evaluated'],
  merged: ['merged'],
  reopened: ['closed', 'reopened'],
}

/** Every cell, written out by hand: where a move leads, or `-` where it is unlawful. In the order of MOVES. */
const EXPECTED: Record<Stage, string> = {
  //             accepted rejected dispatched acknowledged handling returned extended parked resumed feedback checking rework closed evaluated merged reopened escalated supervised commented
  reported: 'accepted rejected - - - - - - - - - - closed - merged - reported reported reported',
  accepted: '- - dispatched - - - - - - - - - closed - merged - accepted accepted accepted',
  rejected: '- - - - - - - - - - - - - - - reopened - - rejected',
  dispatched: '- - dispatched acknowledged - returned dispatched parked - - - - - - merged - dispatched dispatched dispatched',
  acknowledged: '- - dispatched acknowledged handling returned acknowledged parked - - - - - - merged - dispatched acknowledged acknowledged',
  handling: '- - dispatched handling - returned handling parked - feedback - - - - merged - dispatched handling handling',
  returned: '- rejected dispatched - - - - - - - - - closed - merged - returned returned returned',
  parked: '- - - - - - - - handling - - - closed - merged - dispatched parked parked',
  feedback: '- - - - - - - - - - checking rework closed - merged - dispatched feedback feedback',
  checking: '- - - - - - - - - - - rework closed - merged - dispatched checking checking',
  rework: '- - dispatched - handling returned rework parked - feedback - - - - merged - dispatched rework rework',
  closed: '- - - - - - - - - - - - - evaluated - reopened - - closed',
  evaluated: '- - - - - - - - - - - - - evaluated - reopened - - evaluated',
  merged: '- - - - - - - - - - - - - - - - - - merged',
  reopened: 'accepted - dispatched - - - - - - - - - closed - merged - reopened reopened reopened',
}

/** The same for what came later: warned call-passed sent-down ruled whistled unit-arrived led reclassified report-sent report-received ticked attached joined. */
const EXPECTED_LATER: Record<Stage, string> = {
  reported: 'reported reported reported - reported reported reported reported reported reported reported reported reported',
  accepted: 'accepted - accepted - accepted accepted accepted accepted accepted accepted accepted accepted accepted',
  rejected: '- - - - - - - - - - - - -',
  dispatched: 'dispatched dispatched dispatched - dispatched dispatched dispatched dispatched dispatched dispatched dispatched dispatched dispatched',
  acknowledged: 'acknowledged - dispatched - acknowledged acknowledged acknowledged acknowledged acknowledged acknowledged acknowledged acknowledged acknowledged',
  handling: 'handling - dispatched - handling handling handling handling handling handling handling handling handling',
  returned: 'returned - returned returned returned returned returned returned returned returned returned returned returned',
  parked: 'parked - dispatched - parked parked parked parked parked parked parked parked parked',
  feedback: 'feedback - dispatched - feedback feedback feedback feedback feedback feedback feedback feedback feedback',
  checking: 'checking - dispatched - checking checking checking checking checking checking checking checking checking',
  rework: 'rework - dispatched - rework rework rework rework rework rework rework rework rework',
  closed: '- - - - - - - - closed closed - closed -',
  evaluated: '- - - - - - - - evaluated evaluated - evaluated -',
  merged: '- - - - - - - - - - - - -',
  reopened: 'reopened reopened reopened - reopened reopened reopened reopened reopened reopened reopened reopened reopened',
}

/** And for what came with contact and unmerging: unmerged parted revealed recalled. */
const EXPECTED_LAST: Record<Stage, string> = {
  reported: '- reported reported -',
  accepted: '- accepted accepted -',
  rejected: '- rejected rejected -',
  dispatched: '- dispatched dispatched -',
  acknowledged: '- acknowledged acknowledged -',
  handling: '- handling handling -',
  returned: '- returned returned -',
  parked: '- parked parked -',
  feedback: '- feedback feedback -',
  checking: '- checking checking -',
  rework: '- rework rework -',
  closed: '- closed closed -',
  evaluated: '- evaluated evaluated -',
  merged: 'reported merged merged -',
  reopened: '- reopened reopened -',
}

const DATA: Partial<Record<Move, object>> = {
  'extended': { by: 'PT1H' },
  'evaluated': { satisfied: true },
  'merged': { into: 'WG-9' },
  'escalated': { to: 'banner', reason: 'ordered' },
  'commented': { text: 'x' },
  'warned': { clock: 'settle' },
  'call-passed': { to: 'lead' },
  'sent-down': { to: 'grid', reason: 'ordered' },
  'ruled': { ruling: 'upheld' },
  'whistled': { units: ['甲'] },
  'unit-arrived': { unit: '甲' },
  'led': { unit: '甲' },
  'reclassified': { severity: 'III' },
  'report-sent': { kind: 'first', number: 1, by: 'phone', to: '乙' },
  'report-received': { number: 1 },
  'ticked': { item: 'a', done: true },
  'attached': { attachment: 'a', mediaType: 'image/png', bytes: 1 },
  'joined': { from: 'WG-9' },
  'parted': { from: 'WG-9' },
  'revealed': { fields: ['phone'], why: 'x' },
  'recalled': { stage: 'closed', grid: '152921102001001', category: 'facility', severity: 'IV', channel: 'app', level: 'grid', reported: '2026-11-20T00:00:00Z', opened: '1-0', version: 3 },
}

/** What must have been before, for a move that answers another. */
const BEFORE: Partial<Record<Move, Move>> = { 'unit-arrived': 'whistled', 'report-received': 'report-sent' }

describe('stages', () => {
  for (const stage of STAGES) {
    it(`[F6] ${stage}: every move leads where the table says`, () => {
      const got = MOVES.map((move) => {
        const state = foldAll([incidentEvent('reported', 0, { level: 'community' }), ...WAY[stage].map((each, minute) => incidentEvent(each, minute + 1, DATA[each]))])
        expect(state.incident.incidents.get('WG-1')!.stage).toBe(stage)
        const before = BEFORE[move]
        if (before)
          foldAll([incidentEvent(before, 19, DATA[before])], state)
        const result = fold(state, incidentEvent(move, 20, DATA[move]))
        const now = state.incident.incidents.get('WG-1')!
        expect(state.incident.open[0]).toBe(isEnded(now.stage) ? 0 : 1)
        return result.outcome === 'applied' ? now.stage : '-'
      })
      expect(got.join(' ')).toBe(`${EXPECTED[stage]} ${EXPECTED_LATER[stage]} ${EXPECTED_LAST[stage]}`)
    })
  }
})
