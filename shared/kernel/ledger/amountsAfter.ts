import type { AnyDefinition } from './AnyDefinition.ts'
import type { Cell } from './LedgerDefinition.ts'
import type { LedgerEvent } from './LedgerEvent.ts'
import type { Thing } from './Thing.ts'

/** What a thing needs and has after an event, and the stage that follows; or a sentence that says why it may not. `thing` is undefined where it is opened. */
export function amountsAfter<Stage extends string>({ sum }: AnyDefinition, thing: Thing | undefined, cell: Cell<Stage>, { happening, amount = 1 }: LedgerEvent<string>): { stage: Stage; needs: number; has: number } | string {
  const needs = thing?.needs ?? amount
  const change = !thing || !sum ? 0 : sum.adds.includes(happening) ? amount : sum.takes.includes(happening) ? -amount : 0
  const has = (thing?.has ?? 0) + change
  if (sum && change > 0 && has > needs * sum.atMost)
    return `${thing!.has} of ${needs} are there; no more are needed.`
  if (has < 0)
    return `Only ${thing!.has} are there.`
  if (typeof cell === 'string')
    return { stage: cell, needs, has }
  return { stage: has === 0 ? cell.empty : has < needs ? cell.part : cell.full, needs, has }
}
