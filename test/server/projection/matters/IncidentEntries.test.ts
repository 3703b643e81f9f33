import { expect, it } from 'vitest'
import { IncidentEntries } from '../../../../server/projection/matters/IncidentEntries.ts'

it('[C21] beyond its bound the oldest comments leave and every move stays', () => {
  const entries = new IncidentEntries(80)
  entries.add('incident.reported', '1-0')
  entries.add('incident.accepted', '2-0')
  for (let i = 0; i < 1000; i++)
    entries.add('incident.commented', `3-${i}`)
  entries.add('incident.closed', '4-18446744073709')
  entries.add('incident.closed', '4-18446744073709')
  expect(entries.length).toBeLessThanOrEqual(80)
  expect(entries.length).toBeGreaterThan(60)
  expect(entries.added).toBe(1003)
  expect([entries.at(0), entries.at(1), entries.at(entries.length - 2), entries.at(entries.length - 1)]).toEqual(['1-0', '2-0', '3-999', '4-18446744073709'])
  expect([entries.isComment(1), entries.isComment(2), entries.isComment(entries.length - 1)]).toEqual([false, true, false])
  expect([entries.before('0-0'), entries.before('2-0'), entries.before('2-1'), entries.before('9-0')]).toEqual([0, 1, 2, entries.length])
})

it('[C21] of moves alone the oldest behind the report leave', () => {
  const entries = new IncidentEntries(16)
  for (let i = 0; i < 40; i++)
    entries.add(i === 0 ? 'incident.reported' : 'incident.accepted', `${i + 1}-0`)
  expect(entries.length).toBeLessThanOrEqual(16)
  expect([entries.at(0), entries.at(entries.length - 1)]).toEqual(['1-0', '40-0'])
})
