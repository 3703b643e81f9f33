import type { Severity } from '../../../shared/words/severity.ts'
import type { SceneTheme } from '../../look/sceneTheme.ts'
import { SEVERITY_PATH, SEVERITY_SCALE } from '../../look/glyphPath.ts'
import { stamp } from './stamp.ts'

/** The glyph of a severity in its colour, with a casing of sky that parts it from sand of any tone. */
export function severityStamp(severity: Severity, theme: SceneTheme, size: number, ratio: number): ReturnType<typeof stamp> {
  const inner = size * SEVERITY_SCALE[severity] * theme.scale
  const casing = 1.5 * theme.scale
  return stamp(inner + 4 * casing, ratio, (context) => {
    const path = new Path2D(SEVERITY_PATH[severity])
    context.scale(inner / 24, inner / 24)
    context.translate(-12, -12)
    context.lineJoin = 'round'
    context.lineWidth = 2 * casing / (inner / 24)
    context.strokeStyle = theme.sky
    context.stroke(path)
    context.fillStyle = theme.severity[severity]
    context.fill(path)
  })
}
