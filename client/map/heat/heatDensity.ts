/** Something that counts `weight` times at a place, in cells of the picture. */
export interface HeatPoint {
  x: number
  y: number
  weight: number
}

/** So many at one place are as hot as it gets, however few there are elsewhere: one matter must not glow. */
const HOT = 4

/**
 * How densely weights lie in a picture of `width` × `height` cells, row by row, 0 to 1. Each point spreads over `radius` cells by
 * (1 − d²)², the quartic kernel; 1 is the densest cell, or four at one place if nothing is denser.
 */
export function heatDensity(points: readonly HeatPoint[], { width, height, radius }: { width: number; height: number; radius: number }): Float32Array {
  const density = new Float32Array(width * height)
  let most = HOT
  for (const { x, y, weight } of points) {
    if (weight === 0)
      continue
    const [left, right] = [Math.max(0, Math.ceil(x - radius)), Math.min(width - 1, Math.floor(x + radius))]
    const [top, bottom] = [Math.max(0, Math.ceil(y - radius)), Math.min(height - 1, Math.floor(y + radius))]
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const far = ((column - x) ** 2 + (row - y) ** 2) / radius ** 2
        if (far >= 1)
          continue
        const cell = row * width + column
        density[cell]! += weight * (1 - far) ** 2
        most = Math.max(most, density[cell]!)
      }
    }
  }
  return density.map(each => each / most)
}
