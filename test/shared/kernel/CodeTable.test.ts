import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CodeTable } from '../../../shared/kernel/CodeTable.ts'

const tail = fc.integer({ min: 0, max: 999_999_999 }).map(n => String(n).padStart(9, '0'))

it('finds every code at its index', () => {
  fc.assert(fc.property(fc.uniqueArray(tail, { maxLength: 300 }), (tails) => {
    const codes = tails.map(each => `152921${each}`)
    const table = new CodeTable(codes)
    expect(codes.map(code => table.get(code))).toEqual(codes.map((_, index) => index))
  }))
})

it('answers −1 to any other text', () => {
  const codes = ['152921102001001', '152921102001002']
  const table = new CodeTable(codes)
  fc.assert(fc.property(fc.oneof(fc.string(), tail.map(each => `152921${each}`), tail.map(each => `152922${each}`)), (text) => {
    expect(table.get(text)).toBe(codes.indexOf(text))
  }))
  for (const text of ['', '152921', '152921102001', '15292110200100１', '152921102001001 ', '152921-02001001', '1529211020010010'])
    expect(table.get(text)).toBe(-1)
  expect(new CodeTable([]).get('152921102001001')).toBe(-1)
})

it('refuses codes of two districts', () => {
  expect(() => new CodeTable(['152921102001001', '152922102001001'])).toThrow('152922102001001')
})
