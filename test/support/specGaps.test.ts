import { expect, it } from 'vitest'
import { specGaps } from './specGaps.ts'

const spec = '# Rules\n- **F1** folds are total\n- **F2** folds are pure\n  - **P1** frames join\n'
const file = 'test/a.test.ts'

it('is content when each rule is cited, alone or together, also in each-tables and describes', () => {
  const text = `describe('[F1] total', () => { it.each([f('x'), 2])('[F2, P1] %s', () => {}) })`
  expect(specGaps(spec, [{ file, text }])).toEqual([])
  expect(specGaps(spec, [{ file, text: 'it(`[F1][F2] x`); it("[P1] y")' }])).toEqual([])
})

it('names a rule without a test, a citation without a rule, and a rule that stands twice', () => {
  expect(specGaps(`${spec}- **F1** again`, [{ file, text: `it('[F1] x'); it('[Z9] z')` }])).toEqual([
    'SPEC F2: no test cites it',
    'SPEC P1: no test cites it',
    'test/a.test.ts: cites Z9, which SPEC does not have',
    'SPEC F1: stands twice',
  ])
})

it('does not count a rule that only a comment or a value names', () => {
  expect(specGaps('- **F1** x', [{ file, text: `// [F1]\nconst a = '[F1]'` }])).toEqual(['SPEC F1: no test cites it'])
})
