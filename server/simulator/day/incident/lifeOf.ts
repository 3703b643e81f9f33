import type { SimulatedEvent } from '../SimulatedEvent.ts'
import type { World } from '../World.ts'
import type { Report } from './Report.ts'
import { onDutyAt } from '../duty/dutySpans.ts'
import { MINUTE, SECOND } from '../localDay.ts'
import { evaluate } from './evaluate.ts'
import { handle } from './handle.ts'
import { Life } from './Life.ts'
import { handlerAt, seatOf } from './whoActs.ts'

const REJECTED = 0.02
/** Share of the matters that the one who found them settles at once, by the way they came. */
const ON_THE_SPOT: Record<Report['channel'], number> = { patrol: 0.72, app: 0.25, hotline: 0.12, visit: 0.4, desk: 0.1, petition: 0, open311: 0.15, device: 0 }
/** Share of those that were found settled only after the time for looking at them had passed. */
const FOUND_LATE = 0.06

/** Everything that becomes of a report, in order: lawful stages, by the people whose task it is. */
export function lifeOf(world: World, report: Report): SimulatedEvent[] {
  const life = new Life(world, report)
  const { chance } = life
  const light = report.severity === 'IV' || (report.severity === 'III' && chance.happens(0.25))
  if (report.repeats !== undefined)
    life.add('merged', report.at + chance.between(3, 45) * MINUTE, { into: report.repeats, note: '与已有事件重复，合并办理（模拟）' }, seatOf(life))
  else if (light && chance.happens(REJECTED))
    life.add('rejected', report.at + chance.between(0.1, 0.8) * life.limit('intake'), { reason: chance.pick(['not-ours', 'not-true', 'no-place', 'withdrawn']) }, seatOf(life))
  else if (light && chance.happens(ON_THE_SPOT[report.channel]))
    settleOnTheSpot(life)
  else
    handle(life)
  return [...signal(life), ...life.events]
}

function settleOnTheSpot(life: Life): void {
  const { chance, report } = life
  const intake = life.limit('intake')
  const takes = chance.happens(FOUND_LATE) ? intake * chance.between(1.1, 2) : Math.min(chance.spread(28, 0.6) * MINUTE, intake * 0.95)
  const at = report.at + takes
  life.add('closed', at, { level: 'grid', note: '现场处置完毕（模拟）' }, handlerAt(life, 'grid', at))
  evaluate(life)
}

/** A worker's call for help precedes the matter that is made of it; a seat signs for it and learns how it ended. The answers name the worker: who tells them finds the call. */
function signal(life: Life): SimulatedEvent[] {
  const { world, chance, report: { happening, grid: { properties: { code } }, at, id } } = life
  const worker = happening.subcategory === 'patrol-sos' ? onDutyAt(world, code, at)?.worker : undefined
  if (worker === undefined)
    return []
  const pressedAt = at - 12 * SECOND
  const signedAt = pressedAt + chance.between(30, 150) * SECOND
  const answer = { subject: worker, actor: seatOf(life) }
  return [
    { type: 'patrol.sos', id: `${id}/sos`, at: pressedAt, subject: worker, data: { grid: code } },
    { ...answer, type: 'patrol.sos-signed', id: `${id}/sos-signed`, at: signedAt, data: { grid: code } },
    { ...answer, type: 'patrol.sos-ended', id: `${id}/sos-ended`, at: signedAt + chance.between(12, 45) * MINUTE, data: { grid: code, outcome: chance.pick(['safe', 'helped', 'helped', 'mistake']) } },
  ]
}
