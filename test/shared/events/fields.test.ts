import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { EVENT_DATA, EVENT_TYPES } from '../../../shared/state/eventTypes.ts'
import { classOf } from '../../../shared/events/fieldClass.ts'

interface Property { 'description'?: string; 'x-class'?: string }

describe('fields of events', () => {
  for (const type of EVENT_TYPES) {
    it(`[E2] ${type}: each has a description and a class`, () => {
      const { properties } = z.toJSONSchema(EVENT_DATA[type], { io: 'input' }) as { properties?: Record<string, Property> }
      for (const [name, property] of Object.entries(properties ?? {}))
        expect([name, property['x-class'] ?? 'none', (property.description ?? '').length > 1]).toEqual([name, expect.stringMatching(/^(public|internal|personal|sensitive)$/), true])
    })
  }

  it('[A1] a field without a class counts as sensitive', () => {
    expect(classOf(z.string()).fieldClass).toBe('sensitive')
  })
})
