import type { Severity } from '../../../shared/words/severity.ts'
import type { SceneTheme } from '../../look/sceneTheme.ts'
import type { Box } from './Box.ts'
import type { OverlayLayer, OverlayView } from './OverlayLayer.ts'
import { isGrave, SEVERITIES } from '../../../shared/words/severity.ts'
import { SEVERITY_SCALE } from '../../look/glyphPath.ts'
import { DIMMED } from '../layers/regionDim.ts'
import { isWithinView } from './isWithinView.ts'
import { kept } from './kept.ts'
import { severityStamp } from './severityStamp.ts'

/** An open matter on the map, degrees. */
export interface IncidentMark {
  id: string
  severity: Severity
  lng: number
  lat: number
  /** Outside the chosen region: drawn fainter. */
  out: boolean
  /** Nobody has signed for it, and it is grave enough here for a ring that stands. */
  ringed: boolean
}

export interface MatterGlyphs {
  /** @param then they are not of now: all but the grave ones stand back */
  update: (marks: readonly IncidentMark[], then: boolean) => void
  /** Those of levels III and IV: they lie under the names. */
  minor: OverlayLayer
  /** Those of levels I and II: above the names, which move out of their way. */
  grave: OverlayLayer
  /** What the grave ones cover. */
  graveBoxes: (view: OverlayView) => Box[]
}

/** Radius of a ring in glyphs of scale 1. */
const RING = 0.92

/** Open matters as glyphs, the graver over the lesser. @param size of a glyph of scale 1, pixels at 1080 lines */
export function matterGlyphs(theme: SceneTheme, size: number, redraw: () => void): MatterGlyphs {
  const stamps = kept((ratio: number) => new Map(SEVERITIES.map(severity => [severity, severityStamp(severity, theme, size, ratio)])))
  let minor: readonly IncidentMark[] = []
  let grave: readonly IncidentMark[] = []
  let isThen = false

  const layerOf = (marks: () => readonly IncidentMark[], standsBack: () => boolean): OverlayLayer => ({
    draw(context, view) {
      for (const { severity, lng, lat, out, ringed } of marks()) {
        const at = view.project(lng, lat)
        if (!isWithinView(at, view, size * theme.scale))
          continue
        context.globalAlpha = out || standsBack() ? DIMMED : 1
        if (ringed)
          ringAround(context, at, size * RING * theme.scale, theme, severity)
        stamps(view.ratio).get(severity)!(context, at.x, at.y)
      }
    },
  })

  return {
    update(marks, then) {
      isThen = then
      const rising = [...marks].sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))
      minor = rising.filter(({ severity }) => !isGrave(severity))
      grave = rising.filter(({ severity }) => isGrave(severity))
      redraw()
    },
    minor: layerOf(() => minor, () => isThen),
    grave: layerOf(() => grave, () => false),
    graveBoxes: view => grave.map(({ severity, lng, lat }) => {
      const { x, y } = view.project(lng, lat)
      const half = size * SEVERITY_SCALE[severity] * theme.scale / 2
      return { left: x - half, top: y - half, right: x + half, bottom: y + half }
    }),
  }
}

function ringAround(context: CanvasRenderingContext2D, { x, y }: { x: number; y: number }, radius: number, { sky, scale, severity }: SceneTheme, of: Severity): void {
  for (const [colour, width] of [[sky, 4.5], [severity[of], 1.8]] as const) {
    context.beginPath()
    context.arc(x, y, radius, 0, 2 * Math.PI)
    context.strokeStyle = colour
    context.lineWidth = width * scale
    context.stroke()
  }
}
