import type { CustomSeriesRenderItemReturn } from 'echarts'
import type { Cover } from '../../../shared/indicators/cover/onDutyCover.ts'
import type { SceneTheme } from '../../look/sceneTheme.ts'

interface Box { x: number; y: number; width: number; height: number }

type Shape = NonNullable<CustomSeriesRenderItemReturn>

/** One grid: filled when covered, a struck frame when absent, a dashed frame when it is silent, a level dash off the roster, a hollow frame where nothing is known. */
export function unitBlock(cover: Cover | 'unknown', box: Box, { scale, accDim, ink0, ink1 }: SceneTheme): Shape[] {
  switch (cover) {
    case 'unknown':
      return [{ type: 'rect', shape: box, style: { fill: 'none', stroke: ink1, lineWidth: scale } }]
    case 'covered':
      return [{ type: 'rect', shape: box, style: { fill: accDim } }]
    case 'off-roster':
      return [{ type: 'line', shape: { x1: box.x, y1: box.y + box.height / 2, x2: box.x + box.width, y2: box.y + box.height / 2 }, style: { stroke: ink1, lineWidth: 1.6 * scale } }]
    case 'absent':
      return [
        { type: 'rect', shape: box, style: { fill: 'none', stroke: ink0, lineWidth: 1.2 * scale } },
        { type: 'line', shape: { x1: box.x, y1: box.y + box.height, x2: box.x + box.width, y2: box.y }, style: { stroke: ink0, lineWidth: 1.2 * scale } },
      ]
    case 'no-signal':
      return [{ type: 'rect', shape: box, style: { fill: 'none', stroke: ink0, lineWidth: 1.2 * scale, lineDash: [2 * scale, 2 * scale] } }]
  }
}
