/** A seamless tile of 45° strokes, for `fill-pattern`. */
export function hatchImage(colour: string, scale: number): ImageData {
  const size = Math.max(8, 2 ** Math.round(Math.log2(8 * scale)))
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')!
  context.strokeStyle = colour
  context.lineWidth = size / 4
  context.lineCap = 'square'
  for (const shift of [-size, 0, size]) {
    context.beginPath()
    context.moveTo(shift - 1, size + 1)
    context.lineTo(shift + size + 1, -1)
    context.stroke()
  }
  return context.getImageData(0, 0, size, size)
}
