/** Runs in the page before all scripts: notes which text is drawn where on each canvas since it was last cleared. Self-contained: it is sent to the browser as it is. */
export function recordCanvasText(): void {
  const drawn = new Map<HTMLCanvasElement, { text: string; x: number; y: number; width: number; ascent: number; descent: number }[]>()
  const { fillText, clearRect } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.clearRect = function (x, y, width, height) {
    const { a, d } = this.getTransform()
    if (width * a >= this.canvas.width - 1 && height * d >= this.canvas.height - 1)
      drawn.set(this.canvas, [])
    clearRect.call(this, x, y, width, height)
  }
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y, most) {
    const { actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent, actualBoundingBoxDescent } = this.measureText(text)
    const at = this.getTransform().transformPoint({ x: x - actualBoundingBoxLeft, y })
    const { a, d } = this.getTransform()
    if (text.trim())
      drawn.set(this.canvas, [...drawn.get(this.canvas) ?? [], { text, x: at.x, y: at.y, width: (actualBoundingBoxLeft + actualBoundingBoxRight) * a, ascent: actualBoundingBoxAscent * d, descent: actualBoundingBoxDescent * d }])
    if (most === undefined)
      fillText.call(this, text, x, y)
    else
      fillText.call(this, text, x, y, most)
  }
  Object.assign(globalThis, {
    canvasFaults() {
      const faults: string[] = []
      let texts = 0
      for (const [canvas, all] of drawn) {
        const room = canvas.getBoundingClientRect()
        if (!canvas.isConnected || room.width === 0 || canvas.width === 0)
          continue
        const ratio = room.width / canvas.width
        const boxes = all.map(({ text, x, y, width, ascent, descent }) => ({ text, left: x * ratio, top: (y - ascent) * ratio, right: (x + width) * ratio, bottom: (y + descent) * ratio }))
        texts += boxes.length
        for (const [place, one] of boxes.entries()) {
          if (one.left < -2 || one.top < -2 || one.right > room.width + 2 || one.bottom > room.height + 2)
            faults.push(`cut: ${one.text}`)
          for (const other of boxes.slice(place + 1)) {
            if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2 && !(one.text === other.text && Math.abs(one.left - other.left) < 1))
              faults.push(`over one another: ${one.text} and ${other.text}`)
          }
        }
      }
      return { texts, faults }
    },
  })
}
