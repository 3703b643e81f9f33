import { expect, it } from 'vitest'
import { screenBezels } from '../../../client/look/screenBezels.ts'

it.each([
  ['wide', undefined, '1x1'],
  ['wide', { columns: 2, rows: 2 }, '2x2'],
  ['wide', { columns: 4, rows: 1 }, '2x1'],
  ['wide', { columns: 3, rows: 3 }, '1x1'],
  ['double', undefined, '2x1'],
  ['triple', undefined, '3x1'],
  ['triple', { columns: 3, rows: 1 }, '3x1'],
  ['tall', { columns: 1, rows: 2 }, '1x1'],
] as const)('%s with %o keeps clear of %s', (shape, bezels, expected) => {
  const { columns, rows } = screenBezels(shape, bezels)
  expect(`${columns}x${rows}`).toBe(expected)
})
