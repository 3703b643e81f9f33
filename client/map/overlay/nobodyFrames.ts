import type { Position } from 'geojson'
import type { Cover } from '../../../shared/indicators/onDutyCover.ts'
import type { SceneTheme } from '../../composables/sceneTheme.ts'
import type { MapGeometry } from '../MapGeometry.ts'
import type { OverlayLayer, OverlayView } from './OverlayLayer.ts'
import { DIMMED } from '../layers/regionDim.ts'
import { kept } from './kept.ts'

export interface NobodyFrames extends OverlayLayer {
  /** By index of the grid. */
  update: (covers: readonly Cover[]) => void
  /** Frames of grids outside the region are fainter. */
  dim: (isOut: (id: number) => boolean) => void
  /** That grid has a frame of its own; −1: none. */
  select: (id: number) => void
  /** Opacity 0–1. */
  breathe: (opacity: number) => void
  /** Whether nobody is on duty somewhere here. */
  isBreathing: () => boolean
}

/** Frames of the grids where nobody is on duty. */
export function nobodyFrames(geometry: Pick<MapGeometry, 'gridOf'>, { scale, ink0 }: SceneTheme, dense: boolean, redraw: () => void): NobodyFrames {
  let marked: readonly number[] = []
  let selected = -1
  let breath = 1
  let isOut: (id: number) => boolean = () => false
  const pathsOf = kept<OverlayView, Map<number, Path2D>>(() => new Map())

  function pathOf(id: number, view: OverlayView): Path2D {
    const paths = pathsOf(view)
    const known = paths.get(id)
    if (known)
      return known
    const path = framePath(ringsOf(geometry, id), view)
    paths.set(id, path)
    return path
  }

  return {
    update(covers) {
      const now = [...geometry.gridOf.keys()].filter(id => covers[id] === 'nobody')
      if (now.join() !== marked.join())
        redraw()
      marked = now
    },
    dim(next) {
      isOut = next
      redraw()
    },
    select(id) {
      selected = id
      redraw()
    },
    breathe(opacity) {
      if (opacity !== breath && marked.length > 0)
        redraw()
      breath = opacity
    },
    isBreathing: () => marked.length > 0,
    draw(context, view) {
      context.strokeStyle = ink0
      context.lineWidth = (dense ? 1.6 : 2) * scale
      for (const id of marked) {
        if (id === selected)
          continue
        context.globalAlpha = breath * (isOut(id) ? DIMMED : 1)
        context.stroke(pathOf(id, view))
      }
    },
  }
}

function ringsOf({ gridOf }: Pick<MapGeometry, 'gridOf'>, id: number): Position[][] {
  const geometry = gridOf.get(id)?.geometry
  if (geometry?.type === 'Polygon')
    return geometry.coordinates
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}

function framePath(rings: readonly Position[][], { project }: OverlayView): Path2D {
  const path = new Path2D()
  for (const ring of rings) {
    for (const [index, [lng, lat]] of ring.entries()) {
      const { x, y } = project(lng!, lat!)
      if (index === 0)
        path.moveTo(x, y)
      else
        path.lineTo(x, y)
    }
    path.closePath()
  }
  return path
}
