import type { Box } from './Box.ts'

/** More boxes than this are as dear as all. */
const BOXES_MOST = 256

/** What of a picture must be drawn anew: some boxes of it, or all. */
export class Dirty {
  private list: Box[] | undefined = []

  /** Without a box: all. */
  add(box?: Box): void {
    if (!box || (this.list?.length ?? 0) >= BOXES_MOST)
      this.list = undefined
    else
      this.list?.push(box)
  }

  /** Undefined: all. */
  get boxes(): readonly Box[] | undefined {
    return this.list
  }

  /** Whether anything around a place, `reach` pixels to each side, must be drawn anew. */
  touches(x: number, y: number, reach: number): boolean {
    return !this.list || this.list.some(({ left, top, right, bottom }) => x + reach > left && x - reach < right && y + reach > top && y - reach < bottom)
  }
}
