import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonBytes } from '../../../server/fanout/jsonBytes.ts'
import { redactEvent } from '../../../shared/audience/redactEvent.ts'
import { arbitraryLog } from '../../support/arbitraryEvents.ts'
import { testAliasOf } from '../../support/testAliasOf.ts'

it('is near the true size of an event', () => {
  fc.assert(fc.property(arbitraryLog, (log) => {
    for (const event of log) {
      for (const audience of ['screen', 'desk'] as const) {
        const open = redactEvent(event, audience, testAliasOf)
        const size = Buffer.byteLength(JSON.stringify(open))
        expect(jsonBytes(open)).toBeGreaterThan(size * 0.6)
        expect(jsonBytes(open)).toBeLessThan(size * 1.6)
      }
    }
  }), { numRuns: 20 })
})
