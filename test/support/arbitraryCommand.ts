import type { Command } from '../../shared/commands/Command.ts'
import type { CommandType } from '../../shared/domain/commandTable.ts'
import fc from 'fast-check'
import { COMMAND_TYPES } from '../../shared/domain/commandTable.ts'
import { CATEGORIES } from '../../shared/words/category/category.ts'
import { LEVELS } from '../../shared/words/level.ts'
import { SEVERITIES } from '../../shared/words/severity.ts'

const subject = fc.constantFrom('WG-1', 'WG-2', 'WG-3', 'WG-404')
const unit = fc.constantFrom('供热公司', '城管', '电力', '水务')
const level = fc.constantFrom(...LEVELS)
const note = fc.constant('x')
const optional = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(shape, { requiredKeys: [] })

const DATA: Record<CommandType, fc.Arbitrary<object>> = {
  acknowledge: optional({ unit, word: fc.constant('调度员') }),
  accept: optional({ unit }),
  reject: fc.constant({ reason: 'not-ours' }),
  dispatch: fc.record({ unit, level, assignee: fc.constant('S1') }, { requiredKeys: ['unit'] }),
  handle: optional({ note }),
  comment: fc.constant({ text: 'x' }),
  escalate: fc.record({ to: level, reason: fc.constant('ordered') }, { requiredKeys: ['reason'] }),
  sendDown: fc.record({ to: level, reason: fc.constant('ordered') }, { requiredKeys: ['reason'] }),
  return: fc.constant({ reason: 'not-ours' }),
  rule: fc.record({ ruling: fc.constantFrom('upheld', 'overruled') }),
  whistle: fc.record({ units: fc.array(unit, { minLength: 1, maxLength: 5 }) }),
  arrive: fc.record({ unit }),
  lead: fc.record({ unit }),
  supervise: fc.record({ card: fc.constantFrom('yellow', 'red') }),
  extend: fc.record({ by: fc.constantFrom('PT1H', 'P2D'), note }),
  park: fc.record({ reason: fc.constant('season'), authority: fc.constant('带班席'), until: fc.constant('2027-04-01T00:00:00+08:00') }, { requiredKeys: ['reason', 'authority'] }),
  resume: fc.constant({}),
  feedback: fc.record({ note }),
  check: fc.constant({}),
  rework: fc.constant({ reason: 'not-done' }),
  merge: fc.record({ into: subject }),
  unmerge: fc.constant({}),
  close: fc.record({ note, level }, { requiredKeys: ['note'] }),
  evaluate: fc.record({ satisfied: fc.boolean() }),
  reopen: fc.constant({ reason: 'error' }),
  reclassify: fc.record({ severity: fc.constantFrom(...SEVERITIES), category: fc.constantFrom(...CATEGORIES) }, { requiredKeys: ['severity'] }),
  reportUpward: fc.record({ kind: fc.constantFrom('first', 'follow-up', 'final'), by: fc.constantFrom('phone', 'writing'), to: fc.constant('旗政府总值班室') }),
  receiveReport: optional({ number: fc.integer({ min: 1, max: 3 }) }),
  tick: fc.record({ item: fc.constantFrom('scene-secured', 'caller-told'), done: fc.boolean() }),
  reveal: fc.constant({ fields: ['phone'], why: '回拨' }),
  attach: fc.record({ attachment: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)), mediaType: fc.constant('image/png'), bytes: fc.constant(1) }),
}

/** Any command with lawful data about one of a few matters; its version is to be set. */
export const arbitraryCommand: fc.Arbitrary<Command> = fc.constantFrom(...COMMAND_TYPES).chain(type =>
  fc.record({ incident: subject, id: fc.uuid(), data: DATA[type] }).map(rest => ({ type, version: '0-0', actor: 'seat-1', ...rest }) as Command))
