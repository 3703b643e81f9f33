import { describe, expect, it } from 'vitest'
import { holdRepaints } from '../../../client/map/engines/holdRepaints.ts'
import { FakeTimers } from '../../support/FakeTimers.ts'

/** A map as the libraries are: a repaint asked for comes with the next frame, and `follow` is what it asks for meanwhile. */
function openMap(follow: () => void = () => {}) {
  const timers = new FakeTimers()
  const frame: (() => void)[] = []
  const nextFrame = (run: () => void) => frame.push(run)
  const seen = { repaints: 0, isMoving: false }
  const map = {
    triggerRepaint: () => void nextFrame(() => {
      seen.repaints++
      follow()
    }),
    isMoving: () => seen.isMoving,
  }
  const held = holdRepaints(map, timers, nextFrame)
  return { timers, seen, map, held, draw: () => frame.splice(0).forEach(run => run()) }
}

describe('holdRepaints', () => {
  it('repaints once when the last of what was changed together is back', () => {
    const { seen, map, held, draw } = openMap()
    held.hold('dots')
    held.hold('icons')
    map.triggerRepaint()
    held.ready('dots')
    map.triggerRepaint()
    draw()
    expect(seen.repaints).toBe(0)
    expect(held.isDue()).toBe(true)
    held.ready('icons')
    draw()
    expect(seen.repaints).toBe(1)
    expect(held.isDue()).toBe(false)
  })

  it('repaints without what hangs, and at every step while the view moves', () => {
    const { timers, seen, map, held, draw } = openMap()
    held.hold('dots')
    map.triggerRepaint()
    timers.advance(399)
    draw()
    expect(seen.repaints).toBe(0)
    timers.advance(1)
    draw()
    expect(seen.repaints).toBe(1)
    held.hold('dots')
    seen.isMoving = true
    map.triggerRepaint()
    draw()
    expect(seen.repaints).toBe(2)
  })

  it('begins no picture while one is drawn, unless the view moves, and then one for all that was asked', () => {
    const { seen, map, held, draw } = openMap()
    held.draws(true)
    map.triggerRepaint()
    map.triggerRepaint()
    draw()
    expect([seen.repaints, held.isDue()]).toEqual([0, true])
    held.draws(false)
    draw()
    expect([seen.repaints, held.isDue()]).toEqual([1, false])
    held.draws(true)
    seen.isMoving = true
    map.triggerRepaint()
    draw()
    expect(seen.repaints).toBe(2)
  })

  it('lets what a repaint asks for wait for the next change, from the first rest on', () => {
    const asks = { more: true }
    const { timers, seen, map, held, draw } = openMap(() => asks.more && map.triggerRepaint())
    map.triggerRepaint()
    draw()
    draw()
    expect(seen.repaints).toBe(2)
    held.settle()
    draw()
    expect(seen.repaints).toBe(3)
    timers.advance(999)
    draw()
    expect(seen.repaints).toBe(3)
    asks.more = false
    timers.advance(1)
    draw()
    expect(seen.repaints).toBe(4)
    timers.advance(5000)
    draw()
    expect(seen.repaints).toBe(4)
    map.triggerRepaint()
    draw()
    expect(seen.repaints).toBe(5)
  })
})
