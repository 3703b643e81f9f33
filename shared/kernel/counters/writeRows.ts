import type { Counters } from './Counters.ts'
import type { RowForm, Rows } from './Rows.ts'

/** Counters as plain JSON; equal counters give equal rows. `regions` by index, as the counters have them. */
export function writeRows<C extends string>(regions: readonly string[], { newest, rows }: Counters<C>, form: RowForm): Rows {
  const write = form === 'full' ? (row: Int32Array) => [...row] : sparse
  return Object.fromEntries(regions.flatMap((code, region) => newest[region]! > 0
    ? [[code, { newest: newest[region]!, rows: Object.fromEntries([...rows[region]!].sort(([a], [b]) => a - b).map(([span, row]) => [span, write(row)])) }]]
    : []))
}

function sparse(row: Int32Array): number[] {
  return [...row].flatMap((amount, column) => amount > 0 ? [column, amount] : [])
}
