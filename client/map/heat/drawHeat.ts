import type { SceneTheme } from '../../look/sceneTheme.ts'
import type { HeatPoint } from './heatDensity.ts'
import { heatColours } from './heatColours.ts'
import { heatDensity } from './heatDensity.ts'

/** A cell of heat, wall px; what lies between is smoothed. */
const CELL = 3

interface HeatDrawing {
  /** Of the picture, CSS px, as all its lengths. */
  width: number
  height: number
  /** SVG paths of the grids. */
  paths: readonly string[]
  points: readonly HeatPoint[]
  /** How far a point spreads. */
  spread: number
  theme: SceneTheme
}

/** Draws land, the heat on it and the borders of grids, as sharp as the screen is. */
export function drawHeat(canvas: HTMLCanvasElement, drawing: HeatDrawing): void {
  const { width, height, paths, theme } = drawing
  const onto = canvas.getContext('2d')
  if (!onto)
    return
  canvas.width = Math.round(width * devicePixelRatio)
  canvas.height = Math.round(height * devicePixelRatio)
  onto.scale(devicePixelRatio, devicePixelRatio)
  const land = new Path2D(paths.join(''))
  onto.fillStyle = theme.ramp[0]
  onto.fill(land)
  onto.save()
  onto.clip(land)
  onto.imageSmoothingQuality = 'high'
  onto.drawImage(heatImage(drawing), 0, 0, width, height)
  onto.restore()
  onto.strokeStyle = theme.sky
  onto.lineWidth = theme.scale
  onto.globalAlpha = 0.45
  onto.stroke(land)
}

function heatImage({ width, height, points, spread, theme }: HeatDrawing): HTMLCanvasElement {
  const cell = CELL * theme.scale
  const image = document.createElement('canvas')
  image.width = Math.ceil(width / cell)
  image.height = Math.ceil(height / cell)
  const density = heatDensity(points.map(({ x, y, weight }) => ({ x: x / cell, y: y / cell, weight })), { width: image.width, height: image.height, radius: spread / cell })
  const colours = heatColours(theme)
  const pixels = new ImageData(image.width, image.height)
  density.forEach((heat, at) => {
    const step = Math.round(heat * 255) * 4
    pixels.data.set(colours.subarray(step, step + 4), at * 4)
  })
  image.getContext('2d')?.putImageData(pixels, 0, 0)
  return image
}
