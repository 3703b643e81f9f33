import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import type { WorkerPosition } from '../../shared/protocol/workerPosition.ts'
import type { SceneTheme } from '../composables/sceneTheme.ts'
import type { DistrictPicture } from './DistrictPicture.ts'
import type { MapStyle } from './MapEngine.ts'
import type { PatrolMark } from './layers/patrols.ts'
import { fetchSettings, fetchSiteStyle } from '../link/fetchSettings.ts'
import { boundsOf } from './geo/boundsOf.ts'
import { incidentMarks } from './incidentMarks.ts'
import { bordersLayer } from './layers/borders.ts'
import { GRID_FILL, gridFillLayer } from './layers/gridFill.ts'
import { gridFocusLayer } from './layers/gridFocus.ts'
import { gridMarksLayer } from './layers/gridMarks.ts'
import { incidentsLayer } from './layers/incidents.ts'
import { labelsLayer } from './layers/labels.ts'
import { patrolsLayer } from './layers/patrols.ts'
import { mapGeometry } from './MapGeometry.ts'
import { mapStyle } from './mapStyle.ts'
import { openMapEngine } from './openMapEngine.ts'
import { animate } from './scheduleFrames.ts'
import { withSiteStyle } from './withSiteStyle.ts'

/** Along a meridian. */
const KILOMETRES_PER_DEGREE = 111.2

export interface PictureOptions {
  container: HTMLElement
  district: DistrictResource
  theme: SceneTheme
  /** The dense part alone, larger. */
  dense: boolean
  /** Whether moving things move, or jump. */
  glide: boolean
}

/** Opens an engine and stacks the layers on it, bottom up. @throws where no map can be drawn (no WebGL) */
export async function openDistrictPicture({ container, district, theme, dense, glide }: PictureOptions): Promise<DistrictPicture> {
  const { scale } = theme
  const inset = district.map.inset?.regions
  const geometry = mapGeometry(district, dense ? inset : undefined)
  const settings = await fetchSettings()
  const engine = await openMapEngine({
    container,
    style: withSiteStyle(mapStyle(geometry, theme), await fetchSiteStyle<MapStyle>(settings)),
    bounds: geometry.bounds,
    padding: dense ? even(16 * scale) : { top: 14 * scale, right: 26 * scale, bottom: 14 * scale, left: 26 * scale },
    token: settings.mapboxToken,
  })
  const size = (dense ? 19 : 24)
  const fill = gridFillLayer(geometry, theme, dense)
  const marks = gridMarksLayer(theme, dense)
  const borders = bordersLayer(geometry, theme, dense)
  const focus = gridFocusLayer(theme)
  const patrols = patrolsLayer(theme, dense, glide)
  const minor = incidentsLayer('minor', ['III', 'IV'], theme, size)
  const labels = labelsLayer(geometry, theme, dense)
  const grave = incidentsLayer('grave', ['I', 'II'], theme, size)
  const layers = [fill, marks, borders, focus, patrols, minor, labels, grave]
  for (const layer of layers)
    layer.add(engine)

  const here = new Set(geometry.grids.features.map(({ id }) => Number(id)))
  const [west, south, east, north] = inset ? boundsOf(district.grids.filter(({ properties }) => inset.some(code => properties.code.startsWith(code))).map(each => each.geometry)) : geometry.bounds
  let shown: { classes: Uint8Array; covers: readonly string[] } | undefined
  let stopSteps: (() => void) | undefined

  function glideOn(): void {
    stopSteps ??= animate((now) => {
      const moving = patrols.step(now)
      if (!moving)
        stopSteps = undefined
      return moving
    })
  }

  return {
    fill(classes, covers) {
      const moved = (now: ArrayLike<unknown>, before: ArrayLike<unknown> | undefined) => new Set([...here].filter(id => !before || now[id] !== before[id]))
      fill.update(classes, moved(classes, shown?.classes))
      marks.update(covers, moved(covers, shown?.covers))
      shown = { classes, covers }
    },
    focus: next => focus.update({
      hovered: here.has(next.hovered) ? next.hovered : -1,
      selected: here.has(next.selected) ? next.selected : -1,
    }, 'all'),
    labels: nameOf => labels.update(nameOf, 'all'),
    incidents(state, isHere, indexOf) {
      const list = incidentMarks(state, isHere, grid => geometry.centres[indexOf(grid)] ?? [0, 0], engine, size * scale)
      minor.update(list, 'all')
      grave.update(list, 'all')
    },
    patrols(positions, isHere, touched) {
      patrols.update(within(positions, isHere), touched)
      glideOn()
    },
    onPoint: (kind, run) => void engine.onPointer(GRID_FILL, kind, ({ feature }) => run(feature)),
    onPlaced(run) {
      const [lng, lat] = [(west + east) / 2, (south + north) / 2]
      const tell = () => {
        const centre = engine.project(lng, lat)
        run({ centre, pixelsPerKilometre: Math.abs(engine.project(lng, lat + 1).y - centre.y) / KILOMETRES_PER_DEGREE })
      }
      engine.onView(tell)
      tell()
    },
    idle: () => engine.idle(),
    remove() {
      stopSteps?.()
      for (const layer of layers.reverse())
        layer.remove()
      engine.remove()
    },
  }
}

function even(px: number) {
  return { top: px, right: px, bottom: px, left: px }
}

/** The positions that lie in this picture, without a copy of them all. */
function within(positions: ReadonlyMap<string, WorkerPosition>, isHere: (grid: string) => boolean): Pick<ReadonlyMap<string, PatrolMark>, 'get' | 'keys'> {
  return {
    get(worker) {
      const position = positions.get(worker)
      return position && isHere(position.grid) ? position : undefined
    },
    keys: () => positions.keys(),
  }
}
