import type { Life } from './Life.ts'
import { MINUTE } from '../localDay.ts'
import { handlerAt, unitAt } from './whoActs.ts'

/** Sign-for and setting out. */
export function sign(life: Life): void {
  const { chance } = life
  const within = life.limit('acknowledge')
  const signed = life.at + Math.min(chance.spread(0.15, 0.7), 0.95) * within
  const handler = handlerAt(life, life.level, signed)
  life.add('acknowledged', signed, { unit: unitAt(life, life.level) }, handler)
  life.add('handling', life.at + Math.min(chance.spread(14, 0.6) * MINUTE, within), {}, handler)
}
