import { expect, it } from 'vitest'
import { growth } from './growth.ts'

const sample = (minute: number, heapMb: number, gpu = 100) => ({ minute, heapMb, nodes: 5000, listeners: 200, gpu })

it('what stands still is flat, what leaks slowly is not', () => {
  expect(growth(Array.from({ length: 12 }, (_, i) => sample(i, 40 + i % 3))).map(({ flat }) => flat)).toEqual([true, true, true, true])
  expect(growth(Array.from({ length: 12 }, (_, i) => sample(i, 40 + 2 * i, 100 + 20 * i))).map(({ held, flat }) => flat || held)).toEqual(['heapMb', true, true, 'gpu'])
})
