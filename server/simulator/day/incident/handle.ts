import type { Severity } from '../../../../shared/words/severity.ts'
import type { Level } from '../../../../shared/words/level.ts'
import type { Life } from './Life.ts'
import { LEVELS } from '../../../../shared/words/level.ts'
import { HOUR, MINUTE } from '../localDay.ts'
import { evaluate } from './evaluate.ts'
import { sign } from './sign.ts'
import { handlerAt, seatOf, unitAt } from './whoActs.ts'
import { work } from './work.ts'

/** At which level matters are settled that are not settled on the spot: grid, community, town, banner. */
const SETTLED_AT: Record<Severity, readonly number[]> = {
  I: [0, 0, 0, 1],
  II: [0.15, 0.4, 0.3, 0.15],
  III: [0.62, 0.28, 0.08, 0.02],
  IV: [0.85, 0.12, 0.025, 0.005],
}
const SENT_STRAIGHT_UP = 0.35
const RETURNED = 0.05
const COMMENTED = 0.14

/** A matter that takes its way: taken in, sent to those who hold it, up a level where it is beyond them, settled. */
export function handle(life: Life): void {
  const { chance, report: { severity } } = life
  const top = LEVELS[chance.weighted(SETTLED_AT[severity])]!
  const straightTo = life.world.district.rules.engine.straightTo[severity]
  const straight = straightTo === top || (severity !== 'I' && chance.happens(SENT_STRAIGHT_UP))
  takeIn(life, straight ? top : 'grid')
  if (chance.happens(RETURNED))
    bounce(life)
  while (LEVELS.indexOf(life.level) < LEVELS.indexOf(top)) {
    sign(life)
    escalate(life, severity === 'I' || (severity === 'II' && chance.happens(0.5)) ? top : LEVELS[LEVELS.indexOf(life.level) + 1]!)
  }
  sign(life)
  if (chance.happens(COMMENTED))
    life.add('commented', life.at + chance.between(4, 50) * MINUTE, { text: '已电话联系当事人，正在处理（模拟）' }, handlerAt(life, life.level, life.at))
  work(life)
  evaluate(life)
}

function takeIn(life: Life, level: Level): void {
  const { chance, report } = life
  const intake = life.limit('intake')
  const seat = seatOf(life)
  const sent = report.at + Math.min(chance.spread(0.22, 0.5), 0.9) * intake
  life.add('accepted', report.at + (sent - report.at) * chance.between(0.4, 0.8), { unit: '旗综治中心' }, seat)
  send(life, level, sent, seat)
}

function send(life: Life, level: Level, at: number, seat: string): void {
  life.level = level
  life.add('dispatched', at, { level, unit: unitAt(life, level), assignee: handlerAt(life, level, at) }, seat)
  life.clockAt = life.at
}

/** Sent back by those who were asked first, and sent to somebody else. */
function bounce(life: Life): void {
  const { chance, level } = life
  life.add('returned', life.at + chance.between(0.1, 0.7) * life.limit('acknowledge'), { reason: chance.pick(['not-ours', 'not-enough-information', 'wrong-place', 'beyond-capacity']), note: '退回重新派遣（模拟）' }, handlerAt(life, level, life.at))
  const next = LEVELS[Math.min(LEVELS.indexOf(level) + (chance.happens(0.3) ? 1 : 0), 1)] ?? level
  send(life, LEVELS.indexOf(next) > LEVELS.indexOf(level) ? next : level, life.at + chance.between(3, 30) * MINUTE, seatOf(life))
}

function escalate(life: Life, to: Level): void {
  const { chance, level, report: { severity } } = life
  const grave = severity === 'I' || severity === 'II'
  const at = grave ? life.at + chance.between(1, 9) * MINUTE : life.awake(life.at + chance.between(0.5, 4) * HOUR)
  life.add('escalated', at, { to, reason: grave ? 'grave' : 'beyond-capacity', note: '超出本级处置能力，提级办理（模拟）' }, handlerAt(life, level, at))
  life.level = to
  life.clockAt = life.at
}
