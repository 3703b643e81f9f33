import type { ShownIncident } from '../../../shared/indicators/open/ShownIncident.ts'
import type { Column } from './Column.ts'
import type { MatterRowWords } from '../../picture/useMatterRow.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'
import { STAGES } from '../../../shared/domain/stages.ts'

/** Columns of a list of matters: what, how grave, where, at which stage and level, and its clock. */
export function matterColumns(said: MatterRowWords): Column<ShownIncident>[] {
  const { column } = said.words.value
  return [
    { key: 'matter', head: column.matter, width: 176, cell: matter => ({ text: said.what(matter), severity: matter.severity }) },
    { key: 'severity', head: column.severity, width: 96, cell: matter => ({ text: said.severity(matter) }), sort: ({ severity }) => SEVERITIES.indexOf(severity) },
    { key: 'place', head: column.place, cell: ({ grid }) => ({ text: said.placeOf(grid), strong: true }) },
    { key: 'stage', head: column.stage, width: 138, cell: matter => ({ text: said.stage(matter) }), sort: ({ stage }) => STAGES.indexOf(stage) },
    { key: 'level', head: column.level, width: 112, cell: matter => ({ text: said.level(matter) }), sort: ({ level }) => LEVELS.indexOf(level) },
    { key: 'clock', head: column.clock, width: 196, cell: matter => ({ text: said.clock(matter), strong: true, urgent: said.isOverdue(matter) }), sort: ({ dueAt, closedAt }) => closedAt || dueAt },
    { key: 'reported', head: column.reported, width: 132, numeric: true, cell: ({ reportedAt }) => ({ text: said.moment(reportedAt) }), sort: ({ reportedAt }) => reportedAt },
  ]
}
