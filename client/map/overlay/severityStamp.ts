import type { Severity } from '../../../shared/words/severity.ts'
import type { SceneTheme } from '../../composables/sceneTheme.ts'
import { SEVERITY_PATH, SEVERITY_SCALE } from '../../composables/glyphPath.ts'

/** Pixels of the image for each pixel drawn, so that icons stay sharp. */
export const ICON_RATIO = 2

/** The glyph of a severity in its colour, with a casing of sky that parts it from sand of any tone. */
export function severityImage(severity: Severity, theme: SceneTheme, size = 24): ImageData {
  const inner = size * SEVERITY_SCALE[severity] * theme.scale * ICON_RATIO
  const casing = 1.5 * theme.scale * ICON_RATIO
  const side = Math.ceil(inner + 4 * casing)
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d')!
  const path = new Path2D(SEVERITY_PATH[severity])
  context.translate((side - inner) / 2, (side - inner) / 2)
  context.scale(inner / 24, inner / 24)
  context.lineJoin = 'round'
  context.lineWidth = 2 * casing / (inner / 24)
  context.strokeStyle = theme.sky
  context.stroke(path)
  context.fillStyle = theme.severity[severity]
  context.fill(path)
  return context.getImageData(0, 0, side, side)
}
