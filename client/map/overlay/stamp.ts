/**
 * A picture drawn once, to be stamped many times.
 * @param side of its square, pixels of the map
 * @param ratio pixels of the screen for each of them
 * @param draw draws it, its middle at 0, 0
 */
export function stamp(side: number, ratio: number, draw: (context: OffscreenCanvasRenderingContext2D) => void): (context: CanvasRenderingContext2D, x: number, y: number) => void {
  const size = Math.ceil(side * ratio)
  const canvas = new OffscreenCanvas(size, size)
  const own = canvas.getContext('2d')!
  const drawn = size / ratio
  own.scale(ratio, ratio)
  own.translate(drawn / 2, drawn / 2)
  draw(own)
  // Not the canvas: of that a browser takes a copy for each stamp.
  const image = canvas.transferToImageBitmap()
  // On a whole pixel of the screen, or its edges blur.
  const whole = (middle: number) => Math.round((middle - drawn / 2) * ratio) / ratio
  return (context, x, y) => context.drawImage(image, whole(x), whole(y), drawn, drawn)
}
