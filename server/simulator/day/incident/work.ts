import type { Level } from '../../../../shared/words/level.ts'
import type { Severity } from '../../../../shared/words/severity.ts'
import type { Life } from './Life.ts'
import { LEVELS } from '../../../../shared/words/level.ts'
import { HOUR, MINUTE } from '../localDay.ts'
import { sign } from './sign.ts'
import { handlerAt, seatOf } from './whoActs.ts'

/** Share of the matters that are settled only after their limit. */
const LATE: Record<Severity, number> = { I: 0.05, II: 0.2, III: 0.22, IV: 0.05 }
/** Hours in which half of the others are settled. */
const HALF: Record<Severity, Record<Level, number>> = {
  I: { grid: 1, community: 1.5, town: 2, banner: 3 },
  II: { grid: 2.5, community: 4, town: 6, banner: 9 },
  III: { grid: 5, community: 9, town: 16, banner: 24 },
  IV: { grid: 6.5, community: 11, town: 20, banner: 28 },
}
/** Hours. */
const LONGEST_WORK = 6 * 24
/** A limit longer than this is kept. */
const LONGEST_OVERRUN = 8 * 24 * HOUR
const EXTENDED = 0.03
const PARKED = 0.02
const REWORKED = 0.04
const SUPERVISED: Record<Severity, number> = { I: 1, II: 0.3, III: 0.02, IV: 0.005 }
/** What is reported back, checked and closed takes the last part of the way. */
const FEEDBACK = 0.85

/** From setting out until it is closed: handled, reported back, checked; sometimes extended, parked, done over, supervised. */
export function work(life: Life): void {
  const { chance, report: { severity } } = life
  const late = chance.happens(LATE[severity]) && life.limit('settle') < LONGEST_OVERRUN
  supervise(life, SUPERVISED[severity], 'yellow')
  let extra = 0
  if (!late && chance.happens(EXTENDED))
    extra += extend(life)
  if (chance.happens(PARKED))
    extra += park(life)

  const goesUp = late && life.level !== 'banner'
  if (goesUp)
    extra = goUp(life, extra)
  const closes = closing(life, late && !goesUp, extra)
  if (late && !goesUp)
    overrun(life, closes, extra)
  const left = Math.max(4 * MINUTE, closes - life.at)
  const began = life.at
  const handler = handlerAt(life, life.level, life.at)
  life.add('feedback', began + left * FEEDBACK, { note: '已处置，申请核查（模拟）' }, handler)
  if (chance.happens(REWORKED)) {
    life.add('checking', life.at + left * 0.03, {}, seatOf(life))
    life.add('rework', life.at + left * 0.03, { reason: chance.pick(['not-done', 'partly-done']), note: '核查未通过，返工（模拟）' }, seatOf(life))
    life.add('handling', life.at + left * 0.01, {}, handler)
    life.add('feedback', life.at + left * 0.04, { note: '返工完成（模拟）' }, handler)
  }
  const seat = seatOf(life)
  life.add('checking', Math.max(life.at, began + left * 0.94), {}, seat)
  life.add('closed', began + left, { note: '核查通过，结案（模拟）' }, seat)
}

/** When it is closed: late ones after the end of the limit, `extra` ms later where it was moved, the others before. */
function closing(life: Life, late: boolean, extra: number): number {
  const { chance, report: { severity }, level, clockAt } = life
  const limit = life.limit('settle')
  const due = clockAt + limit + extra
  if (late)
    return Math.max(due + 2 * MINUTE, life.awake(due + chance.between(0.03, 0.3) * Math.min(limit, 30 * HOUR)))
  const wished = life.awake(life.at + Math.min(chance.spread(HALF[severity][level], 0.8), LONGEST_WORK) * HOUR)
  return Math.min(wished, due - chance.between(0.03, 0.1) * Math.min(limit, 4 * HOUR))
}

function extend(life: Life): number {
  const { chance } = life
  life.add('extended', life.at + chance.between(0.5, 2) * HOUR, { by: 'PT12H', note: '需协调材料，申请延期（模拟）' }, handlerAt(life, life.level, life.at))
  return 12 * HOUR
}

function park(life: Life): number {
  const { chance } = life
  const handler = handlerAt(life, life.level, life.at)
  const lasts = chance.between(8, 40) * HOUR
  const from = life.at + chance.between(0.2, 1.5) * HOUR
  life.add('parked', from, { reason: chance.pick(['weather', 'season', 'funds', 'other-authority']), until: new Date(Math.floor(from + lasts)).toISOString(), note: '暂不具备处置条件，挂账（模拟）' }, handler)
  const parked = life.at
  life.add('resumed', life.awake(parked + lasts), {}, handler)
  return life.at - parked
}

function supervise(life: Life, share: number, card: 'yellow' | 'red'): void {
  const { chance } = life
  if (chance.happens(share))
    life.add('supervised', life.at + chance.between(3, 20) * MINUTE, { card, due: new Date(Math.floor(life.at + 12 * HOUR)).toISOString(), note: '督办（模拟）' }, seatOf(life))
}

/** Below the top a matter goes up when its limit passes, and is signed for there; answers what the new limit was moved by. */
function goUp(life: Life, extra: number): number {
  const { chance, level } = life
  const due = life.clockAt + life.limit('settle') + extra
  // Where an engine runs it was first.
  const at = Math.max(life.at, due) + chance.between(1, 3) * MINUTE
  const to = LEVELS[LEVELS.indexOf(level) + 1]!
  life.add('escalated', at, { to, reason: 'limit-passed' }, seatOf(life))
  life.level = to
  life.clockAt = life.at
  sign(life)
  return 0
}

/** After the limit it is supervised, now and then with a red card. */
function overrun(life: Life, closes: number, extra: number): void {
  const { chance } = life
  const due = life.clockAt + life.limit('settle') + extra
  const at = due + (closes - due) * chance.between(0.1, 0.5)
  if (chance.happens(0.6))
    life.add('supervised', at, { card: chance.happens(0.25) ? 'red' : 'yellow', note: '超期督办（模拟）' }, seatOf(life))
}
