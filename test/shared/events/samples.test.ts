import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { envelope } from '../../../shared/events/envelope.ts'
import { EVENT_DATA, EVENT_TYPES, isEventType } from '../../../shared/state/eventTypes.ts'

const folder = new URL('samples/', import.meta.url)
const samples = readdirSync(folder).flatMap(file => readFileSync(new URL(file, folder), 'utf8').trim().split('\n')).map(line => JSON.parse(line) as unknown)

describe('recorded samples', () => {
  it('[E1] cover every event type', () => {
    expect(new Set(samples.map(sample => envelope.parse(sample).type))).toEqual(new Set(EVENT_TYPES))
  })

  for (const sample of samples) {
    const { type } = envelope.parse(sample)
    it(`[E1] ${type} parses, and keeps every field`, () => {
      expect(isEventType(type)).toBe(true)
      const { data } = envelope.parse(sample)
      expect(EVENT_DATA[type as keyof typeof EVENT_DATA].safeParse(data).data).toEqual(data)
    })
  }
})
