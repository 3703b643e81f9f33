import type { GridRow } from '../../../shared/indicators/grid/gridRows.ts'
import type { Column } from './Column.ts'
import type { useGridWords } from './useGridWords.ts'
import { regionAt } from '../../../shared/words/regionCode.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'

/** Columns of a list of grids: what each of the three pictures draws of it, in words. */
export function gridColumns(said: ReturnType<typeof useGridWords>): Column<GridRow>[] {
  const { column, none } = said.words.value
  return [
    { key: 'grid', head: column.grid, cell: ({ code }) => ({ text: said.name(code) }), sort: ({ code }) => code },
    { key: 'town', head: column.town, width: 190, cell: ({ code }) => ({ text: said.name(regionAt(code, 'town')) }), sort: ({ code }) => code },
    { key: 'cover', head: column.cover, width: 180, cell: ({ cover }) => ({ text: said.cover(cover), strong: cover.cover !== 'covered' }) },
    { key: 'since', head: column.since, width: 140, cell: ({ cover }) => ({ text: said.since(cover) }), sort: ({ cover }) => cover.since },
    { key: 'open', head: column.open, width: 100, numeric: true, cell: ({ open }) => ({ text: String(open), strong: open > 0 }), sort: ({ open }) => open },
    { key: 'overdue', head: column.overdue, width: 110, numeric: true, cell: ({ overdue }) => ({ text: String(overdue), urgent: overdue > 0 }), sort: ({ overdue }) => overdue },
    { key: 'gravest', head: column.gravest, width: 140, cell: ({ gravest }) => ({ text: gravest ? said.severity(gravest) : none, severity: gravest }), sort: ({ gravest }) => gravest ? SEVERITIES.indexOf(gravest) : SEVERITIES.length },
    { key: 'visit', head: column.visit, width: 132, numeric: true, cell: ({ visitAt }) => ({ text: said.visit(visitAt) }), sort: ({ visitAt }) => -visitAt },
    { key: 'households', head: column.households, width: 120, numeric: true, cell: ({ households }) => ({ text: String(households) }), sort: ({ households }) => households },
  ]
}
