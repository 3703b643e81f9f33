import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { decode as decodeEntry } from '../../support/decode.ts'
import { TimeBounds } from '../../../server/district/TimeBounds.ts'
import { EVENT_TYPES, streamOf } from '../../../shared/state/eventTypes.ts'
import { EXAMPLES } from '../../../shared/state/examples.ts'

const MS = Date.UTC(2026, 10, 24, 4, 0, 0)
const id = `${MS}-0`
const fields = { type: 'incident.commented', subject: 'WG-1', data: '{"text":"x"}' }
const decode = (more: Record<string, string | undefined>, stream = 'incident') =>
  decodeEntry({ stream, id, fields: JSON.parse(JSON.stringify({ ...fields, ...more })) as Record<string, string> })

describe('decodeEntry', () => {
  it.each(EVENT_TYPES)('takes the example of %s', (type) => {
    const { subject, data } = EXAMPLES[type]
    const read = decodeEntry({ stream: streamOf(type)!, id, fields: { type, subject, data: JSON.stringify(data) } })
    expect(read).toMatchObject({ outcome: 'event', event: { stream: streamOf(type), entry: id, type, subject, data } })
  })

  it('[R6] fills in time, source and id from the log', () => {
    expect(decode({})).toMatchObject({ event: { time: '2026-11-24T04:00:00.000Z', source: 'redis', id } })
    expect(decode({ time: '2026-11-24T11:00:00+08:00', source: 'a', id: 'b', actor: 'c' })).toMatchObject({ event: { time: '2026-11-24T11:00:00+08:00', source: 'a', id: 'b', actor: 'c' } })
    expect(decode({})).not.toHaveProperty('event.actor')
  })

  it('[R6] refuses a time more than ten minutes ahead of the log', () => {
    expect(decode({ time: '2026-11-24T12:11:00+08:00' })).toMatchObject({ outcome: 'event' })
    expect(decode({ time: '2026-11-24T12:11:01+08:00' })).toMatchObject({ refusal: { reason: 'bad-data', path: 'time' } })
  })

  it.each([
    ['0001-01-01T00:00:00Z', 'incident'],
    ['1970-01-01T08:00:05+08:00', 'incident'],
    ['2007-04-16T10:00:00+08:00', 'incident'],
    ['2025-10-20T03:58:59Z', 'incident'],
    ['2026-11-17T03:58:59Z', 'patrol'],
  ])('[R20] a clock that says %s is wrong', (time, stream) => {
    const of = { incident: {}, patrol: { type: 'patrol.checkpoint', data: '{"grid":"152921101001001","checkpoint":"B1"}' } }[stream]!
    expect(decode({ ...of, time }, stream)).toMatchObject({ outcome: 'rejected', refusal: { reason: 'bad-data', path: 'time', message: expect.stringContaining('set the clock of the sender') } })
    expect(decode({ ...of, time, source: 'archive-office' }, stream)).toMatchObject({ outcome: 'event' })
    expect(decode({ ...of, time: '2026-11-17T04:00:00Z' }, stream)).toMatchObject({ outcome: 'event' })
  })

  it('[R20][W30] property: a time that a way in takes within the minute before, the reader takes', () => {
    const bounds = new TimeBounds({ oldest: { positions: 'P7D', rest: 'P400D' }, backfill: [] })
    const day = 86_400_000
    fc.assert(fc.property(fc.integer({ min: -401 * day, max: day }), fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -60_000, max: 0 }), fc.constantFrom('incident', 'patrol', 'grid-status'), (by, later, earlier, stream) => {
      for (const now of [MS - later, MS - earlier])
        fc.pre(bounds.atWayIn(MS + by, now, { stream, source: 'http' }) === undefined)
      expect(bounds.inLog(MS + by, MS, { stream, source: 'http' })).toBeUndefined()
    }))
  })

  it('[R3] leaves a type that it does not know', () => {
    expect(decode({ type: 'incident.photographed' })).toMatchObject({ outcome: 'not-understood', type: 'incident.photographed' })
  })

  it.each([
    ['no type', { type: undefined }, 'bad-envelope', 'type'],
    ['a type of another stream', { type: 'patrol.ended' }, 'bad-envelope', 'type'],
    ['an unknown type of another stream', { type: 'service.asked' }, 'bad-envelope', 'type'],
    ['a type without a stream', { type: 'toString' }, 'bad-envelope', 'type'],
    ['no subject', { subject: undefined }, 'bad-envelope', 'subject'],
    ['an empty subject', { subject: '' }, 'bad-envelope', 'subject'],
    ['a line break in the subject', { subject: 'a\nb' }, 'bad-envelope', 'subject'],
    ['a long subject', { subject: 'x'.repeat(129) }, 'bad-envelope', 'subject'],
    ['a long id', { id: 'x'.repeat(257) }, 'bad-envelope', 'id'],
    ['another specversion', { specversion: '0.3' }, 'bad-envelope', 'specversion'],
    ['a time without offset', { time: '2026-11-24T14:32:07' }, 'bad-envelope', 'time'],
    ['no time at all', { time: 'yesterday' }, 'bad-envelope', 'time'],
    ['no data', { data: undefined }, 'bad-envelope', 'data'],
    ['data that is no JSON', { data: '{text:1}' }, 'not-json', 'data'],
    ['data that is an array', { data: '[]' }, 'bad-envelope', 'data'],
    ['data that is null', { data: 'null' }, 'bad-envelope', 'data'],
    ['data of the wrong kind', { data: '{"text":7}' }, 'bad-data', 'data.text'],
    ['too much data', { data: JSON.stringify({ text: 'x', more: '汉'.repeat(90_000) }) }, 'too-large', 'data'],
    ['data that is too deep', { data: `{"text":"x","a":${'['.repeat(64)}${']'.repeat(64)}}` }, 'too-large', 'data'],
  ])('[R2] rejects %s', (_name, more, reason, path) => {
    expect(decode(more)).toMatchObject({ outcome: 'rejected', refusal: { reason, path, message: expect.stringMatching(/./) } })
  })

  it('rejects an entry whose id is no time', () => {
    expect(decodeEntry({ stream: 'incident', id: '18446744073709551615-0', fields })).toMatchObject({ outcome: 'rejected' })
  })

  it('keeps unknown fields of data, 64 levels deep', () => {
    const data = `{"text":"x","a":${'['.repeat(63)}${']'.repeat(63)}}`
    expect(decode({ data })).toMatchObject({ outcome: 'event', event: { data: JSON.parse(data) as object } })
  })
})
