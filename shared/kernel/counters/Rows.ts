import type { RegionCode } from '../../words/regionCode.ts'

/** Counters as they travel: region → newest span of an entry, and rows by span. */
export type Rows = Record<RegionCode, { newest: number; rows: Record<string, number[]> }>

/** How a row is written: `full` every column in order, `sparse` the columns that are not 0, each followed by its amount. */
export type RowForm = 'full' | 'sparse'
