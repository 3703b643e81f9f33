import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWithin } from '../../../shared/words/regionCode.ts'
import { withinAny } from '../../../shared/words/withinAny.ts'

it('tells what comparing with each of them tells', () => {
  const code = fc.tuple(fc.constantFrom('152921'), fc.array(fc.constantFrom('001', '002', '102'), { maxLength: 3 })).map(([county, rest]) => county + rest.join(''))
  fc.assert(fc.property(fc.array(code), code, (regions, each) => {
    expect(withinAny(regions)(each)).toBe(regions.some(region => isWithin(each, region)))
  }))
})
