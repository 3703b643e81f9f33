/** Degrees of longitude across a pixel at a zoom of the map libraries, whose world is 512 pixels wide at zoom 0. */
export function degreesPerPixel(zoom: number): number {
  return 360 / (512 * 2 ** zoom)
}
