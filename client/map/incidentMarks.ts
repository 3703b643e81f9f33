import type { State } from '../../shared/state/State.ts'
import type { IncidentMark } from './overlay/matterGlyphs.ts'
import type { MapEngine } from './MapEngine.ts'
import { isCalling } from '../../shared/domain/stages.ts'
import { openIncidents } from '../../shared/indicators/open/openIncidents.ts'
import { isWithin } from '../../shared/words/regionCode.ts'
import { SEVERITIES } from '../../shared/words/severity.ts'
import { hash32 } from '../../shared/words/hash32.ts'
import { SEVERITY_SCALE } from '../look/glyphPath.ts'
import { pushApart } from './pushApart.ts'

export interface PlacedMark extends IncidentMark {
  /** Of level I, and nobody has signed for it. */
  calls: boolean
}

/** More than this no picture can hold; the gravest stay. */
const MARKS_MOST = 400

/**
 * Where the open matters of some grids are drawn: at their place or in their grid, pushed apart to touch, not to stack.
 * @param centre a point in a grid, degrees
 * @param region the chosen one
 * @param size of a glyph of scale 1, pixels
 * @param dense of the dense part alone: there severity II has a ring too
 */
export function incidentMarks(
  state: State,
  isHere: (grid: string) => boolean,
  centre: (grid: string) => readonly [number, number],
  region: string,
  engine: Pick<MapEngine, 'project' | 'unproject'>,
  size: number,
  dense: boolean,
): PlacedMark[] {
  const discs = [...openIncidents(state, state.basis.region)]
    .flatMap((incident) => {
      const grid = state.basis.grids[incident.grid]!
      if (!isHere(grid))
        return []
      const [lng, lat] = incident.place ? [incident.place.lng, incident.place.lat] : centre(grid)
      const { x, y } = engine.project(lng, lat)
      return [{ id: incident.id, severity: incident.severity, out: !isWithin(grid, region), calls: incident.severity === 'I' && isCalling(incident.stage), ringed: isCalling(incident.stage) && (incident.severity === 'I' || (dense && incident.severity === 'II')), x, y, radius: size * SEVERITY_SCALE[incident.severity] / 2, turn: hash32(incident.id) }]
    })
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.id < b.id ? -1 : 1))
    .slice(0, MARKS_MOST)
  return pushApart(discs).map(({ id, severity, out, calls, ringed, x, y }) => ({ id, severity, out, calls, ringed, ...engine.unproject({ x, y }) }))
}
