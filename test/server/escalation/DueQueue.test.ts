import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DueQueue } from '../../../server/escalation/DueQueue.ts'

it('[X2] property: gives the earliest first, whatever was set, moved and taken away', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
  const step = fc.oneof(fc.record({ id, at: fc.nat(20) }), fc.record({ id, at: fc.constant(undefined) }))
  fc.assert(fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
    const queue = new DueQueue()
    const model = new Map<string, number>()
    for (const { id, at } of steps) {
      if (at === undefined) {
        queue.delete(id)
        model.delete(id)
      }
      else {
        queue.set(id, at)
        model.set(id, at)
      }
    }
    expect(queue.size).toBe(model.size)
    const order = [...model].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([id, at]) => ({ id, at }))
    for (const each of order) {
      expect(queue.first()).toEqual(each)
      queue.delete(each.id)
    }
    expect(queue.first()).toBeUndefined()
  }))
})
