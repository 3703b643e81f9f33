import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { EVENT_DATA, EVENT_TYPES } from '../../../shared/state/eventTypes.ts'
import { quickCheck } from '../../../shared/events/quickCheck.ts'
import { arbitraryLog } from '../../support/arbitraryEvents.ts'

describe('quickCheck', () => {
  it('knows every event type', () => {
    for (const type of EVENT_TYPES)
      expect([type, quickCheck(EVENT_DATA[type])]).toEqual([type, expect.any(Function)])
  })

  it('accepts nothing that zod refuses or changes, whatever a field holds', () => {
    const checks = new Map(EVENT_TYPES.map(type => [type, quickCheck(EVENT_DATA[type])!]))
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom('', 'I', '152921102001001', -1, 1e9, 1.5, 1e999, { lng: 105, lat: 38 }, { lng: 105, lat: 38, datum: 'gcj02' }, { lng: 105, lat: 38, x: 1 }, JSON.parse('{"__proto__":1}')))
    let accepted = 0
    fc.assert(fc.property(arbitraryLog, fc.nat(), odd, fc.boolean(), (log, at, value, asItIs) => {
      for (const { type, data } of log) {
        const names = [...Object.keys(EVENT_DATA[type].shape), 'unknown']
        const json: unknown = JSON.parse(JSON.stringify(asItIs ? data : { ...data, [names[at % names.length]!]: value }))
        if (!checks.get(type)!(json))
          continue
        accepted++
        expect(EVENT_DATA[type].safeParse(json)).toEqual({ success: true, data: json })
      }
    }), { numRuns: 300 })
    expect(accepted).toBeGreaterThan(1000)
  })

  it('accepts what is right', () => {
    const check = quickCheck(EVENT_DATA['incident.reported'])!
    const right = { category: 'environment', severity: 'IV', channel: 'hotline', place: { lng: 105.689, lat: 38.841 }, reporter: { name: '王', more: 1 }, photos: ['a'], extra: { x: [1] } }
    expect(check(right)).toBe(true)
    expect(check({ ...right, grid: '152921102001001' })).toBe(false)
    expect(check({ ...right, severity: 'V' })).toBe(false)
  })

  it('leaves to zod what it does not know', () => {
    for (const schema of [z.string().trim(), z.email(), z.date(), z.union([z.string(), z.number()]), z.strictObject({}), z.object({ a: z.string().toLowerCase() }), z.string().transform(Number)])
      expect(quickCheck(schema)).toBeUndefined()
  })
})
