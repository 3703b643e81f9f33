import { expect, it } from 'vitest'
import { glyphPath, SEVERITY_PATH } from '../../../client/look/glyphPath.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'

it('draws a glyph of its own box as it is', () => {
  expect(SEVERITIES.map(severity => glyphPath(severity, 24, 12, 12))).toEqual(SEVERITIES.map(severity => SEVERITY_PATH[severity]))
})

it('draws it smaller around another middle, its arcs too', () => {
  expect(glyphPath('I', 12, 100, 50)).toBe('M100 44.5L105.5 50L100 55.5L94.5 50Z')
  expect(glyphPath('IV', 12, 0, 0)).toBe('M0 -5A5 5 0 1 1 0 5A5 5 0 1 1 0 -5Z')
})
