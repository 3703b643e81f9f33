import type { Life } from './Life.ts'
import { HOUR, MINUTE } from '../localDay.ts'
import { handlerAt, seatOf, unitAt } from './whoActs.ts'

const CALLED_BACK = 0.55
const SATISFIED = 0.92
const REOPENED = 0.4

/** The caller is called back some hours after the matter was closed; who is not content may have it opened again. */
export function evaluate(life: Life): void {
  const { chance, report } = life
  if (!['hotline', 'app', 'visit', 'petition'].includes(report.channel) || !chance.happens(CALLED_BACK))
    return
  const satisfied = chance.happens(SATISFIED)
  life.add('evaluated', life.awake(life.at + chance.between(0.7, 14) * HOUR), { satisfied }, seatOf(life))
  if (!satisfied && chance.happens(REOPENED))
    openAgain(life)
}

function openAgain(life: Life): void {
  const { chance, level } = life
  const handler = handlerAt(life, level, life.at)
  const seat = seatOf(life)
  life.add('reopened', life.at + chance.between(2, 20) * MINUTE, { reason: 'low-rating', note: '回访不满意，重新办理（模拟）' }, seat)
  life.add('dispatched', life.at + chance.between(5, 25) * MINUTE, { unit: unitAt(life, level), assignee: handler }, seat)
  life.add('acknowledged', life.at + chance.between(2, 20) * MINUTE, {}, handler)
  life.add('handling', life.at + chance.between(5, 30) * MINUTE, {}, handler)
  life.add('feedback', life.awake(life.at + chance.spread(150, 0.6) * MINUTE), { note: '已再次处置（模拟）' }, handler)
  life.add('checking', life.at + chance.between(5, 40) * MINUTE, {}, seat)
  life.add('closed', life.at + chance.between(3, 30) * MINUTE, {}, seat)
}
