import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineCells } from '../../../../client/wall/unattended/lineCells.ts'

const room = { shape: 'wide', columns: 1, plate: false, width: 1856 } as const

it('[B8] names four in a row, of more the last cell says how many', () => {
  expect(lineCells(1, room)).toEqual({ most: 1, columns: 1 })
  expect(lineCells(4, room)).toEqual({ most: 4, columns: 4 })
  expect(lineCells(7, room)).toEqual({ most: 4, columns: 4 })
})

it('[B8] stands two by two where cells would be narrow, three in a row below the plate, and clear of a bezel', () => {
  expect(lineCells(4, { ...room, shape: 'double', width: 1290 })).toEqual({ most: 4, columns: 2 })
  expect(lineCells(4, { ...room, shape: 'triple' })).toEqual({ most: 4, columns: 4 })
  expect(lineCells(3, { ...room, shape: 'tall', plate: true })).toEqual({ most: 3, columns: 3 })
  expect(lineCells(4, { ...room, shape: 'tall', plate: true })).toEqual({ most: 2, columns: 3 })
  expect(lineCells(7, { ...room, shape: 'tall' })).toEqual({ most: 5, columns: 3 })
  expect(lineCells(5, { ...room, columns: 2 })).toEqual({ most: 3, columns: 4 })
})

it('[B8] leaves nobody out without saying so: what is named and how many more are all', () => {
  fc.assert(fc.property(fc.nat(40), fc.constantFrom('wide', 'double', 'triple', 'tall'), fc.boolean(), (count, shape, plate) => {
    const { most } = lineCells(count, { ...room, shape, plate })
    expect(Math.min(count, most)).toBeGreaterThanOrEqual(Math.min(count, 2))
  }))
})
