import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Recent } from '../../../shared/words/Recent.ts'

it('holds the ones set last, newest at the end, whatever was set, set again or taken out', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.tuple(fc.constantFrom('set', 'delete'), fc.integer({ min: 0, max: 6 }))), (most, steps) => {
    const recent = new Recent<number, string>(most)
    let expected: number[] = []
    for (const [step, key] of steps) {
      expected = expected.filter(each => each !== key)
      if (step === 'delete') {
        recent.delete(key)
        continue
      }
      recent.set(key, `v${key}`)
      expected = [...expected, key].slice(-most)
    }
    expect([...recent]).toEqual(expected.map(key => [key, `v${key}`]))
  }))
})
