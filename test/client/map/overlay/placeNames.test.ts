import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeNames } from '../../../../client/map/overlay/placeNames.ts'

const within = { left: 0, top: 0, right: 300, bottom: 200 }
const name = (x: number, y: number) => ({ x, y, width: 60, height: 20 })
const place = (names: ReturnType<typeof name>[], around: Partial<Parameters<typeof placeNames>[1]> = {}) =>
  placeNames(names, { taken: [], within, reach: 10, before: [], ...around })

describe('placeNames', () => {
  it('lays a name on its place, and the next one of that place below it', () => {
    expect(place([name(150, 100), name(150, 100)]).map(each => each?.box)).toEqual([
      { left: 120, top: 90, right: 180, bottom: 110 },
      { left: 120, top: 110, right: 180, bottom: 130 },
    ])
  })

  it('moves a name out of the way of what is taken, and leaves it out where there is no room', () => {
    const [moved] = place([name(150, 100)], { taken: [{ left: 140, top: 90, right: 160, bottom: 109 }] })
    expect(moved?.box.top).toBe(110)
    expect(place([name(150, 100)], { taken: [within] })).toEqual([undefined])
    expect(place([name(-200, 100)])).toEqual([undefined])
  })

  it('keeps a name where it was as long as that is free', () => {
    const above = 2
    expect(place([name(150, 100)], { before: [above] })[0]?.way).toBe(above)
    expect(place([name(150, 100)], { before: [above], taken: [{ left: 0, top: 0, right: 300, bottom: 90 }] })[0]?.way).toBe(0)
  })

  it('never lays a name over another, over what is taken, or out of the picture', () => {
    const place = fc.record({ x: fc.integer({ min: -20, max: 320 }), y: fc.integer({ min: -20, max: 220 }), width: fc.integer({ min: 1, max: 90 }), height: fc.integer({ min: 1, max: 40 }) })
    fc.assert(fc.property(fc.array(place, { maxLength: 25 }), fc.array(place, { maxLength: 5 }), fc.array(fc.option(fc.nat(8), { nil: undefined }), { maxLength: 25 }), (names, obstacles, before) => {
      const taken = obstacles.map(({ x, y, width, height }) => ({ left: x, top: y, right: x + width, bottom: y + height }))
      const boxes = placeNames(names, { taken, within, reach: 8, before }).flatMap(each => each ? [each.box] : [])
      const all = [...taken, ...boxes]
      for (const box of boxes) {
        expect(box.left >= 0 && box.top >= 0 && box.right <= 300 && box.bottom <= 200).toBe(true)
        expect(all.some(other => other !== box && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)).toBe(false)
      }
    }))
  })
})
