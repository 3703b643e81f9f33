import type { WanggeEvent } from '../../../shared/state/event.ts'
import { expect, it } from 'vitest'
import { EventRing, RingItem } from '../../../server/fanout/EventRing.ts'
import { fromCursor, startOf } from '../../../shared/protocol/LogPosition.ts'

const item = (stream: 'incident' | 'patrol', entry: string, bytes = 100) =>
  new RingItem({ stream, entry, type: 'incident.commented', time: '', source: 's', id: 'i', subject: 'WG-1', data: { text: 'x' } } as unknown as WanggeEvent, [0], bytes, 0, String)

it('[P4] gives what a cursor has not seen, stream by stream, in the order of folding', () => {
  const ring = new EventRing(startOf('e'), { ringBytes: 10_000, ringEvents: 100 })
  for (const [stream, entry] of [['incident', '1-0'], ['patrol', '1-0'], ['incident', '2-0'], ['patrol', '3-0'], ['incident', '2-1']] as const)
    ring.push(item(stream, entry))
  expect(ring.after(fromCursor('e~1-0~3-0~0-0')!).map(({ event }) => event.entry)).toEqual(['2-0', '2-1'])
  expect(ring.after(fromCursor('e~2-0~1-0~0-0')!).map(({ event }) => `${event.stream} ${event.entry}`)).toEqual(['patrol 3-0', 'incident 2-1'])
  expect(ring.after(startOf('e'))).toHaveLength(5)
  expect(ring.after(fromCursor('e~9-0~9-0~9-0')!)).toEqual([])
})

it('[P5] is bounded in bytes and number, and knows what it has let go', () => {
  const ring = new EventRing(startOf('e'), { ringBytes: 1000, ringEvents: 8 })
  for (let i = 1; i <= 5000; i++)
    ring.push(item(i % 2 ? 'incident' : 'patrol', `${i}-0`))
  expect(ring.size).toBe(8)
  expect(ring.reaches(fromCursor('e~4991-0~4992-0~0-0')!)).toBe(true)
  expect(ring.reaches(fromCursor('e~4990-0~4992-0~0-0')!)).toBe(false)
  expect(ring.reaches(fromCursor('other~9991-0~9990-0~0-0')!)).toBe(false)
  ring.push(item('incident', '6000-0', 700))
  expect(ring.bytes).toBeLessThanOrEqual(1000)
  ring.push(item('incident', '6001-0', 1001))
  expect([ring.size, ring.bytes]).toEqual([0, 0])
  expect(ring.reaches(fromCursor('e~6001-0~5000-0~0-0')!)).toBe(true)
  expect(ring.reaches(fromCursor('e~6000-0~5000-0~0-0')!)).toBe(false)
})

it('[P10] redacts once per audience', () => {
  const one = item('incident', '1-0')
  expect(one.for('screen')).toBe(one.for('screen'))
  expect(one.for('screen').event.data).toEqual({})
  expect(one.for('desk').event.data).toEqual({ text: 'x' })
})

it('[P13] forgets everything when the log becomes another one', () => {
  const ring = new EventRing(startOf('e'), { ringBytes: 1000, ringEvents: 8 })
  ring.push(item('incident', '1-0'))
  ring.clear(fromCursor('f~5-0~0-0~0-0')!)
  expect([ring.size, ring.bytes, ring.reaches(startOf('e')), ring.reaches(fromCursor('f~5-0~0-0~0-0')!)]).toEqual([0, 0, false, true])
})
