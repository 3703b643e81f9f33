import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clearPlaces } from '../../../../client/map/heat/clearPlaces.ts'
import { flatPlace } from '../../../../client/map/heat/flatPlace.ts'
import { heatColours } from '../../../../client/map/heat/heatColours.ts'
import { heatDensity } from '../../../../client/map/heat/heatDensity.ts'

const box = { width: 40, height: 30, radius: 6 }
const at = (density: Float32Array, x: number, y: number) => density[y * box.width + x]!

describe('heatDensity', () => {
  it('is hottest where most is, nothing beyond the radius, and one matter alone does not glow', () => {
    const density = heatDensity([{ x: 10, y: 10, weight: 1 }, { x: 30, y: 20, weight: 0 }], box)
    expect(at(density, 10, 10)).toBe(0.25)
    expect(at(density, 13, 10)).toBeLessThan(0.25)
    expect([at(density, 17, 10), at(density, 30, 20)]).toEqual([0, 0])
    const many = heatDensity([{ x: 10, y: 10, weight: 2 }, { x: 30, y: 20, weight: 20 }], box)
    expect([at(many, 30, 20), at(many, 10, 10)]).toEqual([1, expect.closeTo(0.1)])
  })

  it('property: lies between 0 and 1, wherever the points are, in whatever order', () => {
    const point = fc.record({ x: fc.double({ min: -10, max: 50, noNaN: true }), y: fc.double({ min: -10, max: 40, noNaN: true }), weight: fc.nat(30) })
    fc.assert(fc.property(fc.array(point, { maxLength: 40 }), (points) => {
      const density = heatDensity(points, box)
      const turned = heatDensity([...points].reverse(), box)
      expect(density.every((each, place) => each >= 0 && each <= 1 && Math.abs(each - turned[place]!) < 1e-5)).toBe(true)
    }))
  })
})

describe('heatColours', () => {
  it('begin with nothing, end with sand in the light, and grow lighter all the way', () => {
    const colours = heatColours({ ramp: ['#1d1d1f', '#302d2a', '#48423a', '#655b4c', '#877962'] })
    expect([...colours.slice(0, 4)]).toEqual([0x48, 0x42, 0x3A, 0])
    expect([...colours.slice(-4)]).toEqual([0xFF, 0xF3, 0xD8, 255])
    const lightness = Array.from({ length: 256 }, (_, step) => colours[step * 4]! + colours[step * 4 + 1]! + colours[step * 4 + 2]!)
    expect(lightness.every((each, step) => step === 0 || each >= lightness[step - 1]! - 1)).toBe(true)
  })
})

describe('flatPlace', () => {
  it('puts the bounds into the box, north up, in true proportion', () => {
    const place = flatPlace([105, 38, 107, 39], { width: 300, height: 200, room: 10 })
    const [left, top] = place(105, 39)
    const [right, bottom] = place(107, 38)
    expect([left, right]).toEqual([10, 290])
    expect(bottom - top).toBeCloseTo((right - left) / (2 * Math.cos(38.5 * Math.PI / 180)))
    expect(top + bottom).toBeCloseTo(200)
  })
})

describe('clearPlaces', () => {
  it('moves a name off a mark', () => {
    const name = { x: 50, y: 50, width: 40, height: 10 }
    expect(clearPlaces([name], [{ x: 50, y: 50, width: 10, height: 10 }], { width: 100, height: 100 })).toEqual([{ ...name, y: 60 }])
  })

  it('property: none touches another, none leaves the picture, and the first stands where it should, moved in from the border', () => {
    const boxes = fc.array(fc.record({ x: fc.nat(200), y: fc.nat(150), width: fc.integer({ min: 5, max: 60 }), height: fc.integer({ min: 5, max: 20 }) }), { minLength: 1, maxLength: 12 })
    fc.assert(fc.property(boxes, (wanted) => {
      const placed = clearPlaces(wanted, [], { width: 200, height: 150 })
      const [{ x, y, width, height }] = wanted as [typeof wanted[number]]
      expect(placed[0]).toEqual({ x: Math.min(Math.max(x, width / 2), 200 - width / 2), y: Math.min(Math.max(y, height / 2), 150 - height / 2), width, height })
      placed.forEach((box, place) => {
        expect(box.x - box.width / 2 >= 0 && box.x + box.width / 2 <= 200 && box.y - box.height / 2 >= 0 && box.y + box.height / 2 <= 150).toBe(true)
        for (const other of placed.slice(place + 1))
          expect(Math.abs(box.x - other.x) * 2 >= box.width + other.width || Math.abs(box.y - other.y) * 2 >= box.height + other.height).toBe(true)
      })
    }))
  })
})
