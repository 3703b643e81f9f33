import type { PictureOptions } from './PictureOptions.ts'
import type { WorkerPosition } from '../../shared/protocol/workerPosition.ts'
import type { DistrictPicture } from './DistrictPicture.ts'
import type { PatrolMark } from './layers/patrols.ts'
import { durationMs } from '../../shared/words/duration.ts'
import { isWithin } from '../../shared/words/regionCode.ts'
import { withinAny } from '../../shared/words/withinAny.ts'
import { machineTimers } from '../link/scheduleTimers.ts'
import { boundsOf } from './geo/boundsOf.ts'
import { incidentMarks } from './incidentMarks.ts'
import { bordersLayer } from './layers/borders.ts'
import { GRID_FILL, gridFillLayer } from './layers/gridFill.ts'
import { gridFocusLayer } from './layers/gridFocus.ts'
import { gridMarksLayer } from './layers/gridMarks.ts'
import { incidentsLayer } from './layers/incidents.ts'
import { LABELS, labelsLayer } from './layers/labels.ts'
import { PATROLS, patrolsLayer } from './layers/patrols.ts'
import { regionDimLayer } from './layers/regionDim.ts'
import { trailsLayer } from './layers/trails.ts'
import { mapGeometry } from './MapGeometry.ts'
import { createMovement } from './movement.ts'
import { openGround } from './openGround.ts'
import { createRegionLabels } from './regionLabels.ts'

/** Along a meridian. */
const KILOMETRES_PER_DEGREE = 111.2
/** LOOKS 6: from this zoom on the dense part is drawn singly on the banner's map too. */
const SINGLY = 11
const FLIGHT_MS = 1000
/** A worker that missed so many of the stream's usual reports is not where the dot is: those far out send more rarely. */
const MISSED_FIXES = 4

/** Opens an engine and stacks the layers on it, bottom up. @throws where no map can be drawn (no WebGL) */
export async function openDistrictPicture(options: PictureOptions): Promise<DistrictPicture> {
  const { district, theme, dense, glide } = options
  const { scale } = theme
  const inset = district.map.inset?.regions ?? []
  const isInset = withinAny(inset)
  const geometry = mapGeometry(district, dense ? inset : undefined)
  const size = (dense ? 19 : 24)
  const { engine, onFault } = await openGround(geometry, options, paddingOf(options, false))
  const drawn = new Map([...geometry.gridOf.keys()].map(id => [id, district.grids[id]!.properties.code]))
  const labelsOf = createRegionLabels(district, dense)

  const fill = gridFillLayer(geometry, theme, dense)
  const marks = gridMarksLayer(geometry, theme, dense)
  const borders = bordersLayer(theme, dense)
  const dim = regionDimLayer(geometry, drawn, theme)
  const focus = gridFocusLayer(geometry, theme)
  const trails = trailsLayer(theme, machineTimers)
  const patrols = patrolsLayer(theme, { dense, glide, oldMs: MISSED_FIXES * durationMs(district.cadence.patrol) })
  const incidents = incidentsLayer(theme, size)
  const labels = labelsLayer(theme, dense)
  const layers = [fill, marks, borders, dim, focus, trails, patrols, incidents, labels, incidents.grave]
  for (const layer of layers)
    layer.add(engine)
  const movement = createMovement({ patrols, marks, glide, zoom: engine.zoom })

  const denseBounds = inset.length > 0 ? boundsOf(gridsIn(isInset)) : geometry.bounds
  let region = district.code
  let isCurtained = false
  let named: ReturnType<typeof labelsOf> = []
  let shown: { classes: Uint8Array; covers: readonly string[] } | undefined

  function gridsIn(holds: (code: string) => boolean) {
    return district.grids.filter(({ properties }) => holds(properties.code)).map(({ geometry: each }) => each)
  }

  /** Whether what lies in a grid is drawn singly here. */
  function isHere(grid: string): boolean {
    return !isCurtained && (isInset(grid) === dense || (!dense && engine.zoom() >= SINGLY))
  }

  function fit(flightMs: number): void {
    const grids = dense || region === district.code ? [] : gridsIn(code => isWithin(code, region))
    engine.fit(grids.length > 0 ? boundsOf(grids) : geometry.bounds, paddingOf(options, grids.length > 0), flightMs)
  }

  engine.onResize(() => fit(0))

  return {
    fill(classes, covers) {
      const moved = (now: ArrayLike<unknown>, before: ArrayLike<unknown> | undefined) => new Set([...drawn.keys()].filter(id => !before || now[id] !== before[id]))
      fill.update(classes, moved(classes, shown?.classes))
      marks.update(covers, moved(covers, shown?.covers))
      shown = { classes, covers }
      movement.step()
    },
    focus: next => focus.update({
      hovered: drawn.has(next.hovered) ? next.hovered : -1,
      selected: drawn.has(next.selected) ? next.selected : -1,
    }, 'all'),
    region(code, nameOf, flight) {
      const moves = code !== region
      region = code
      named = labelsOf(region)
      labels.update({ labels: named, name: nameOf }, 'all')
      dim.update(region, 'all')
      if (moves && !dense)
        fit(flight && glide ? FLIGHT_MS : 0)
    },
    incidents(state, indexOf) {
      const list = incidentMarks(state, isHere, grid => geometry.centres[indexOf(grid)] ?? [0, 0], region, engine, size * scale)
      incidents.update(list, 'all')
      return list
    },
    curtain(drawn) {
      isCurtained = drawn
    },
    patrols(positions, trailOf, touched) {
      const isOut = (grid: string) => !isWithin(grid, region)
      patrols.update(within(positions, isHere, isOut), touched)
      trails.update({
        workers: touched === 'all' ? [...positions.keys()] : touched,
        of(worker) {
          const grid = positions.get(worker)?.grid
          return grid !== undefined && isHere(grid) && !isOut(grid) ? trailOf(worker) : []
        },
      }, touched)
      movement.step()
    },
    age: patrols.age,
    project: engine.project,
    onPoint(kind, run) {
      engine.onPointer(kind, (at) => {
        if (!at)
          return run(undefined)
        const [dot, label] = [engine.featuresAt(at, PATROLS)[0], engine.featuresAt(at, LABELS)[0]]
        run({
          at,
          grid: engine.featuresAt(at, GRID_FILL)[0],
          label: label === undefined ? undefined : named[label]?.code,
          worker: dot === undefined ? undefined : patrols.workerOf(dot),
        })
      })
    },
    onPlaced(run) {
      const [west, south, east, north] = denseBounds
      const [lng, lat] = [(west + east) / 2, (south + north) / 2]
      const tell = () => {
        const { clientWidth, clientHeight } = engine.canvas()
        const ring = engine.project(lng, lat)
        const isSeen = engine.zoom() < SINGLY && ring.x > 0 && ring.y > 0 && ring.x < clientWidth && ring.y < clientHeight
        run({ ring: isSeen ? ring : undefined, pixelsPerKilometre: Math.abs(engine.project(lng, lat + 0.01).y - ring.y) * 100 / KILOMETRES_PER_DEGREE })
      }
      engine.onView(tell)
      tell()
    },
    painted: engine.painted,
    onRest: run => void engine.onRest(run),
    onFault,
    async idle() {
      await engine.idle()
      // What moves from the start would keep a slow machine from ever having drawn it all.
      movement.wake()
    },
    remove() {
      movement.stop()
      for (const layer of layers.reverse())
        layer.remove()
      engine.remove()
    },
  }
}

/** Pixels kept free: nearer, the legend at the left needs its own. */
function paddingOf({ dense, theme: { scale } }: PictureOptions, near: boolean) {
  const [top, right, bottom, left] = dense ? [16, 16, 16, 16] : near ? [40, 30, 56, 144] : [14, 26, 14, 26]
  return { top: top * scale, right: right * scale, bottom: bottom * scale, left: left * scale }
}

/** The positions that lie in this picture, without a copy of them all. */
function within(positions: ReadonlyMap<string, WorkerPosition>, isHere: (grid: string) => boolean, isOut: (grid: string) => boolean): Pick<ReadonlyMap<string, PatrolMark>, 'get' | 'keys'> {
  return {
    get(worker) {
      const position = positions.get(worker)
      return position && isHere(position.grid) ? { ...position, out: isOut(position.grid) } : undefined
    },
    keys: () => positions.keys(),
  }
}
