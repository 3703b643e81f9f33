import type { Cover } from '../../../shared/indicators/onDutyCover.ts'
import type { SceneTheme } from '../../composables/sceneTheme.ts'

interface Box { x: number; y: number; width: number; height: number }

/** One grid: filled when covered, a struck frame when nobody is there, a dashed frame when it is silent. */
export function unitBlock(cover: Cover, box: Box, { scale, accDim, ink0 }: SceneTheme) {
  switch (cover) {
    case 'covered':
      return [{ type: 'rect' as const, shape: box, style: { fill: accDim } }]
    case 'nobody':
      return [
        { type: 'rect' as const, shape: box, style: { fill: 'none', stroke: ink0, lineWidth: 1.2 * scale } },
        { type: 'line' as const, shape: { x1: box.x, y1: box.y + box.height, x2: box.x + box.width, y2: box.y }, style: { stroke: ink0, lineWidth: 1.2 * scale } },
      ]
    case 'no-signal':
      return [{ type: 'rect' as const, shape: box, style: { fill: 'none', stroke: ink0, lineWidth: 1.2 * scale, lineDash: [2 * scale, 2 * scale] } }]
  }
}
