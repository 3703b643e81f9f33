import type { RegionCode } from '../../words/regionCode.ts'
import type { Counters } from './Counters.ts'
import type { RowForm, Rows } from './Rows.ts'

/** Fills empty counters from what `writeRows` wrote; calls `each` for every amount that is not 0, so that it may go into a digest. */
export function readRows<C extends string>(regionOf: (code: RegionCode) => number, counters: Counters<C>, written: Rows, form: RowForm, each: (code: RegionCode, span: number, column: number, amount: number) => void): void {
  for (const [code, { newest, rows }] of Object.entries(written)) {
    const region = regionOf(code)
    counters.newest[region] = newest
    for (const [span, amounts] of Object.entries(rows)) {
      const row = counters.row(region, Number(span))
      if (form === 'full')
        row.set(amounts)
      else for (let i = 0; i < amounts.length; i += 2)
        row[amounts[i]!] = amounts[i + 1]!
      row.forEach((amount, column) => amount > 0 && each(code, Number(span), column, amount))
    }
  }
}
