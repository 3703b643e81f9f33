import { expect, it } from 'vitest'
import { leaderLines } from '../../../../client/wall/overview/leaderLines.ts'

it('leads from the edge of the ring to both near corners', () => {
  const [up, down] = leaderLines({ x: 100, y: 200 }, { left: 410, top: 10, bottom: 410 }, { x: 10, y: 10 }, 13)
  expect([up!.x2, up!.y2, down!.x2, down!.y2]).toEqual([400, 0, 400, 400])
  expect(Math.hypot(up!.x1 - 100, up!.y1 - 200)).toBeCloseTo(13)
})
