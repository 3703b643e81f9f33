import { expect, it } from 'vitest'
import { RecycledKeys } from '../../../../client/desk/queue/RecycledKeys.ts'

it('[Q5] rows that stay keep their elements, and those that come take over from those that went', () => {
  const keys = new RecycledKeys()
  const first = keys.of(['a', 'b', 'c'])
  expect(new Set(first.values()).size).toBe(3)
  const scrolled = keys.of(['b', 'c', 'd'])
  expect([scrolled.get('b'), scrolled.get('c'), scrolled.get('d')]).toEqual([first.get('b'), first.get('c'), first.get('a')])
  const longer = keys.of(['d', 'e', 'b', 'c', 'f'])
  expect([longer.get('b'), longer.get('c'), longer.get('d')]).toEqual([first.get('b'), first.get('c'), first.get('a')])
  expect(new Set(longer.values()).size).toBe(5)
})
