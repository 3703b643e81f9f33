import type { PictureOptions } from './PictureOptions.ts'
import type { WorkerPosition } from '../../shared/protocol/workerPosition.ts'
import type { DistrictPicture } from './DistrictPicture.ts'
import type { Box } from './overlay/Box.ts'
import type { Overlay } from './overlay/openOverlay.ts'
import type { OverlayView } from './overlay/OverlayLayer.ts'
import type { PatrolMark } from './overlay/patrolDots.ts'
import { durationMs } from '../../shared/words/time/durationMs.ts'
import { isWithin } from '../../shared/words/regionCode.ts'
import { withinAny } from '../../shared/words/withinAny.ts'
import { afterPaint } from '../picture/schedule/afterPaint.ts'
import { boundsOf } from './geo/boundsOf.ts'
import { incidentMarks } from './incidentMarks.ts'
import { bordersLayer } from './layers/borders.ts'
import { GRID_FILL, gridFillLayer } from './layers/gridFill.ts'
import { gridFocusLayer } from './layers/gridFocus.ts'
import { gridMarksLayer } from './layers/gridMarks.ts'
import { regionDimLayer } from './layers/regionDim.ts'
import { trailsLayer } from './layers/trails.ts'
import { mapGeometry } from './MapGeometry.ts'
import { createMovement } from './movement.ts'
import { openGround } from './openGround.ts'
import { matterGlyphs } from './overlay/matterGlyphs.ts'
import { nobodyFrames } from './overlay/nobodyFrames.ts'
import { openOverlay } from './overlay/openOverlay.ts'
import { patrolDots } from './overlay/patrolDots.ts'
import { regionNames } from './overlay/regionNames.ts'
import { picturePadding } from './picturePadding.ts'
import { createRegionLabels } from './regionLabels.ts'

/** Along a meridian. */
const KILOMETRES_PER_DEGREE = 111.2
/** LOOKS 6: from this zoom on the dense part is drawn singly on the banner's map too. */
const SINGLY = 11
const FLIGHT_MS = 1000
/** So far beyond its room the legend's ground fades out, wall px. */
const LEGEND_FADES = 46
/** A worker that missed so many of the stream's usual reports is not where the dot is: those far out send more rarely. */
const MISSED_FIXES = 4

/** Opens an engine and stacks the layers on it, bottom up. @throws where no map can be drawn (no WebGL) */
export async function openDistrictPicture(options: PictureOptions): Promise<DistrictPicture> {
  const { district, theme, dense, glide, timers } = options
  const { scale } = theme
  const inset = district.map.inset?.regions ?? []
  const isInset = withinAny(inset)
  const geometry = mapGeometry(district, dense ? inset : undefined)
  const size = (dense ? 19 : 24)
  const { engine, onFault } = await openGround(geometry, options, picturePadding(options, false))
  const drawn = new Map([...geometry.gridOf.keys()].map(id => [id, district.grids[id]!.properties.code]))
  const labelsOf = createRegionLabels(district, dense)

  const fill = gridFillLayer(geometry, theme, dense)
  const marks = gridMarksLayer(geometry, theme, dense)
  const borders = bordersLayer(theme, dense)
  const dim = regionDimLayer(geometry, drawn, theme)
  const focus = gridFocusLayer(geometry, theme)
  const trails = trailsLayer(theme, timers)
  const layers = [fill, marks, borders, dim, focus, trails]
  for (const layer of layers)
    layer.add(engine)

  // Bottom up, and apart: names are dear to draw and seldom change.
  const [breathing, moving, standing] = [overlay(), overlay(), overlay()]
  const frames = nobodyFrames(geometry, theme, dense, breathing.redraw)
  breathing.add(frames)
  const patrols = patrolDots(theme, { dense, glide, oldMs: MISSED_FIXES * durationMs(district.cadence.patrol), zoom: engine.zoom }, moving.redraw)
  moving.add(patrols)
  const matters = matterGlyphs(theme, size, standing.redraw)
  const names = regionNames(theme, dense, { taken: matters.graveBoxes, within: freeOf }, standing.redraw)
  standing.add(matters.minor, names, matters.grave)
  const movement = createMovement(patrols, engine.zoom, timers)

  const denseBounds = inset.length > 0 ? boundsOf(gridsIn(isInset)) : geometry.bounds
  let region = district.code
  let isCurtained = false
  let shown: { classes: Uint8Array; covers: readonly string[] } | undefined
  /** Grids were coloured anew since it was last asked what is painted. */
  let isFilled = false

  function overlay(): Overlay {
    return openOverlay(options.container, engine, requestAnimationFrame)
  }

  function gridsIn(holds: (code: string) => boolean) {
    return district.grids.filter(({ properties }) => holds(properties.code)).map(({ geometry: each }) => each)
  }

  /** Whether what lies in a grid is drawn singly here. */
  function isHere(grid: string): boolean {
    return !isCurtained && (isInset(grid) === dense || (!dense && engine.zoom() >= SINGLY))
  }

  function isNear(): boolean {
    return !dense && region !== district.code
  }

  function fit(flightMs: number): void {
    const grids = isNear() ? gridsIn(code => isWithin(code, region)) : []
    engine.fit(grids.length > 0 ? boundsOf(grids) : geometry.bounds, picturePadding(options, grids.length > 0), flightMs)
  }

  /** Where no legend lies over the map. */
  function freeOf({ width, height }: OverlayView): Box {
    const { top, right, bottom, left } = isNear() ? picturePadding(options, true) : { top: 0, right: 0, bottom: 0, left: 0 }
    return { left: left + (isNear() ? LEGEND_FADES * scale : 0), top, right: width - right, bottom: height - bottom }
  }

  engine.onResize(() => fit(0))

  return {
    fill(classes, covers) {
      const moved = (now: ArrayLike<unknown>, before: ArrayLike<unknown> | undefined) => new Set([...drawn.keys()].filter(id => !before || now[id] !== before[id]))
      fill.update(classes, moved(classes, shown?.classes))
      marks.update(covers, moved(covers, shown?.covers))
      breathing.breathe(frames.update(covers) && glide)
      isFilled = true
      shown = { classes, covers }
    },
    focus(next) {
      const [hovered, selected] = [next.hovered, next.selected].map(id => drawn.has(id) ? id : -1) as [number, number]
      focus.update({ hovered, selected }, 'all')
      frames.select(selected)
    },
    region(code, nameOf, flight) {
      const moves = code !== region
      region = code
      names.update(labelsOf(region), nameOf)
      dim.update(region, 'all')
      frames.dim(id => !isWithin(drawn.get(id)!, region))
      if (moves && !dense)
        fit(flight && glide ? FLIGHT_MS : 0)
    },
    incidents(state, indexOf, then) {
      const list = incidentMarks(state, isHere, grid => geometry.centres[indexOf(grid)] ?? [0, 0], region, engine, size * scale, dense)
      matters.update(list, then)
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
        run({ at, grid: engine.featuresAt(at, GRID_FILL)[0], label: names.codeAt(at), worker: patrols.workerAt(at) })
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
    async painted() {
      // A trail grows at its own pace, and shows nothing that its dot did not.
      const filled = isFilled ? engine.painted() : undefined
      isFilled = false
      await Promise.all([new Promise<number>(afterPaint), filled])
    },
    onRest: run => void engine.onRest(run),
    onFault,
    idle: engine.idle,
    remove() {
      movement.stop()
      for (const each of [breathing, moving, standing])
        each.remove()
      for (const layer of layers.reverse())
        layer.remove()
      engine.remove()
    },
  }
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
