/** A seamless tile of two staggered level dashes, for `fill-pattern`: ripples of sand. `dense`: closer, for the inset. */
export function ripplesImage(colour: string, scale: number, dense: boolean): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round((dense ? 12 : 18) * scale)
  canvas.height = Math.round((dense ? 9 : 12) * scale)
  const context = canvas.getContext('2d')!
  const width = (dense ? 4 : 5.5) * scale
  const height = 1.3 * scale
  context.fillStyle = colour
  for (const [column, row] of [[1, 1], [3, 3]] as const)
    context.fillRect(column * canvas.width / 4 - width / 2, row * canvas.height / 4 - height / 2, width, height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
