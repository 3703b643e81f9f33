import type { Position } from 'geojson'
import type { Cover } from '../../../shared/indicators/cover/onDutyCover.ts'
import type { SceneTheme } from '../../look/sceneTheme.ts'
import type { MapGeometry } from '../MapGeometry.ts'
import type { OverlayLayer, OverlayView } from './OverlayLayer.ts'
import { DIMMED } from '../layers/regionDim.ts'
import { kept } from './kept.ts'

export interface NobodyFrames extends OverlayLayer {
  /** By index of the grid. @returns whether somebody is absent somewhere here */
  update: (covers: readonly Cover[]) => boolean
  /** Frames of grids outside the region are fainter. */
  dim: (isOut: (id: number) => boolean) => void
  /** That grid has a frame of its own; −1: none. */
  select: (id: number) => void
}

/** Frames of the grids where somebody should be and nobody is: they alone breathe. */
export function nobodyFrames(geometry: Pick<MapGeometry, 'gridOf'>, { scale, ink0 }: SceneTheme, dense: boolean, redraw: () => void): NobodyFrames {
  let marked: readonly number[] = []
  let selected = -1
  let isOut: (id: number) => boolean = () => false
  let framesOf = kept(framesIn)

  /** All of an opacity in one path: where two frames share a side it is not brighter. */
  function framesIn(view: OverlayView): { here: Path2D; out: Path2D } {
    const frames = { here: new Path2D(), out: new Path2D() }
    for (const id of marked) {
      if (id !== selected)
        addFrame(frames[isOut(id) ? 'out' : 'here'], ringsOf(geometry, id), view)
    }
    return frames
  }

  function change(): void {
    framesOf = kept(framesIn)
    redraw()
  }

  return {
    update(covers) {
      const now = [...geometry.gridOf.keys()].filter(id => covers[id] === 'absent')
      const isSame = now.join() === marked.join()
      marked = now
      if (!isSame)
        change()
      return marked.length > 0
    },
    dim(next) {
      isOut = next
      change()
    },
    select(id) {
      if (id === selected)
        return
      selected = id
      change()
    },
    draw(context, view) {
      const { here, out } = framesOf(view)
      context.strokeStyle = ink0
      context.lineWidth = (dense ? 1.6 : 2) * scale
      context.stroke(here)
      context.globalAlpha = DIMMED
      context.stroke(out)
    },
  }
}

function ringsOf({ gridOf }: Pick<MapGeometry, 'gridOf'>, id: number): Position[][] {
  const geometry = gridOf.get(id)?.geometry
  if (geometry?.type === 'Polygon')
    return geometry.coordinates
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}

function addFrame(path: Path2D, rings: readonly Position[][], { project }: OverlayView): void {
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
}
