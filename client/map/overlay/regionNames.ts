import type { RegionCode } from '../../../shared/words/regionCode.ts'
import type { SceneTheme } from '../../look/sceneTheme.ts'
import type { Pixel } from '../MapEngine.ts'
import type { RegionLabel } from '../regionLabels.ts'
import type { Box } from './Box.ts'
import type { OverlayLayer, OverlayView } from './OverlayLayer.ts'
import type { PlacedName } from './placeNames.ts'
import { DIMMED } from '../layers/regionDim.ts'
import { placeNames } from './placeNames.ts'

export interface RegionNames extends OverlayLayer {
  /** Names in the language of the screen, most important first. */
  update: (labels: readonly RegionLabel[], nameOf: (code: RegionCode) => string) => void
  /** Region or grid whose name is at a pixel. */
  codeAt: (at: Pixel) => RegionCode | undefined
}

interface Named extends RegionLabel { lines: readonly string[] }

/** Longer than this a name stands in two lines, em. */
const LINE_EM = 20
const LINE_HEIGHT = 1.2
/** From its place to a name beside it, em. */
const REACH_EM = 0.9

interface Around {
  /** Names move out of the way of these. */
  taken: (view: OverlayView) => Box[]
  /** Names lie within. */
  within: (view: OverlayView) => Box
}

/** Names in the font of the page; they never lie over each other. */
export function regionNames({ scale, textFactor, ink0, sky, sans }: SceneTheme, dense: boolean, { taken, within }: Around, redraw: () => void): RegionNames {
  const size = (dense ? 18 : 17) * scale * textFactor
  const halo = 1.8 * scale
  const air = 2 * scale
  let names: readonly Named[] = []
  let placed: (PlacedName | undefined)[] = []

  function sizeOf(context: CanvasRenderingContext2D, { lines }: Named): { width: number; height: number } {
    const widest = Math.max(...lines.map(line => context.measureText(line).width))
    return { width: widest + 2 * air, height: lines.length * size * LINE_HEIGHT + 2 * air }
  }

  return {
    update(labels, nameOf) {
      names = labels.map(label => ({ ...label, lines: linesOf(nameOf(label.code)) }))
      placed = []
      redraw()
    },
    codeAt({ x, y }) {
      const index = placed.findIndex(each => each && x >= each.box.left && x <= each.box.right && y >= each.box.top && y <= each.box.bottom)
      return names[index]?.code
    },
    draw(context, view) {
      context.font = `${size}px ${sans}`
      context.textAlign = 'center'
      context.textBaseline = 'middle'
      context.lineJoin = 'round'
      context.lineWidth = 2 * halo
      context.strokeStyle = sky
      context.fillStyle = ink0
      placed = placeNames(names.map(name => ({ ...view.project(...name.at), ...sizeOf(context, name) })), {
        taken: taken(view),
        within: within(view),
        reach: REACH_EM * size,
        before: placed.map(each => each?.way),
      })
      for (const [index, { lines, out }] of names.entries()) {
        const box = placed[index]?.box
        if (!box)
          continue
        context.globalAlpha = out ? DIMMED : 1
        for (const [row, line] of lines.entries()) {
          const [x, y] = [(box.left + box.right) / 2, box.top + air + (row + 0.5) * size * LINE_HEIGHT]
          context.strokeText(line, x, y)
          context.fillText(line, x, y)
        }
      }
    },
  }
}

/** One line, or two broken at the blank nearest to the middle. */
function linesOf(name: string): string[] {
  // A letter is about half as wide as high.
  if (name.length / 2 <= LINE_EM || !name.includes(' '))
    return [name]
  const middle = name.length / 2
  const blank = [...name.matchAll(/ /g)].map(({ index }) => index).reduce((a, b) => Math.abs(b - middle) < Math.abs(a - middle) ? b : a)
  return [name.slice(0, blank), name.slice(blank + 1)]
}
