import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FAMILIES } from '../../../shared/state/families.ts'
import { STREAMS } from '../../../shared/words/stream.ts'
import { complaints } from '../../support/complaints.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const LIST = 'shared/words/stream.ts'
const HERE = 'test/shared/state/leftOut.ts'
/** What lists streams by hand on purpose; the compiler names each of them. */
const TOUCHED = ['shared/state/families.ts', 'shared/state/familyEvents.ts', 'client/words/messages/zh/truth.ts']

describe('the list of families', () => {
  it('[F25] a family that leaves any of its fields out does not compile, nor one that does not say what each audience gets', () => {
    const fields = STREAMS.flatMap(stream => Object.keys(FAMILIES[stream]).map(field => ({ stream, field })))
    const lines = fields.map(({ stream, field }, i) => `const { ${field}: _${i}, ...rest${i} } = FAMILIES['${stream}']; export const made${i}: Families['${stream}'] = rest${i}`)
    const audiences = STREAMS.flatMap(stream => Object.keys(FAMILIES[stream].redact).map(audience => `{ const { ${audience}: _, ...redact } = FAMILIES['${stream}'].redact; const made: Families['${stream}'] = { ...FAMILIES['${stream}'], redact }; void made }`))
    const whole = STREAMS.map(stream => `{ const made: Families['${stream}'] = { ...FAMILIES['${stream}'] }; void made }`)
    const text = [`import type { Families } from '../../../shared/state/families.ts'; import { FAMILIES } from '../../../shared/state/families.ts'`, ...lines, ...audiences, ...whole].join('\n')
    const failing = complaints({ [HERE]: text }, [HERE])[HERE]!
    expect(failing).toEqual([...lines, ...audiences].map((_, i) => i + 1))
  }, 60_000)

  it('[F25] of a stream that is added the compiler names each place outside its family', () => {
    const text = readFileSync(ROOT + LIST, 'utf8')
    const added = text.replace(/\] as const/, `, 'service'] as const`)
    expect(added).not.toBe(text)
    const named = complaints({ [LIST]: added }, TOUCHED)
    expect(TOUCHED.filter(file => named[file]!.length === 0)).toEqual([])
  }, 60_000)
})
