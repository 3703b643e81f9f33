interface Point { x: number; y: number }
interface Frame { left: number; top: number; bottom: number }

/** Two lines from the edge of a ring to the near corners of a frame on its right; all in pixels from `origin`. */
export function leaderLines(ring: Point, frame: Frame, origin: Point, radius: number): { x1: number; y1: number; x2: number; y2: number }[] {
  const x2 = frame.left - origin.x
  return [frame.top - origin.y, frame.bottom - origin.y].map((y2) => {
    const length = Math.hypot(x2 - ring.x, y2 - ring.y) || 1
    return { x1: ring.x + (x2 - ring.x) / length * radius, y1: ring.y + (y2 - ring.y) / length * radius, x2, y2 }
  })
}
