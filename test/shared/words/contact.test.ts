import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTACT_FIELDS, digitsOf, masked } from '../../../shared/words/contact.ts'

describe('a masked contact', () => {
  it('[A25] keeps a few characters alone', () => {
    expect(masked('name', '张三丰')).toBe('张**')
    expect(masked('phone', '13812345678')).toBe('138****5678')
    expect(masked('phone', '+86 138-1234-5678')).toBe('138****5678')
    expect(masked('phone', '１３８１２３４５６７８')).toBe('138****5678')
    expect(masked('phone', '0483-8223456')).toBe('048****3456')
    expect(masked('phone', '8223456')).toBe('82****56')
    expect(masked('phone', '110')).toBe('****')
    expect(masked('email', 'zhang@example.com')).toBe('z***@example.com')
  })

  it('[A25] property: of what is masked the mask changes nothing, and of a number or name it tells no more than it shows', () => {
    fc.assert(fc.property(fc.constantFrom(...CONTACT_FIELDS), fc.string({ unit: 'grapheme' }), (field, value) => {
      const once = masked(field, value)
      expect(masked(field, once)).toBe(once)
    }))
    fc.assert(fc.property(fc.stringMatching(/^\d{7,20}$/), (phone) => {
      const shown = masked('phone', phone)
      expect(shown).not.toContain(phone)
      expect(digitsOf(shown).length).toBeLessThanOrEqual(Math.max(4, digitsOf(phone).length - 3))
    }))
  })
})
