import { expect, it } from 'vitest'
import { envelope } from '../../../shared/events/envelope.ts'
import { EVENT_DATA } from '../../../shared/state/eventTypes.ts'
import { fixFor } from '../../../shared/events/fixFor.ts'

const lawful = { category: 'environment', severity: 'IV', channel: 'hotline', grid: '152921402001001' }

it.each([
  [envelope, {}, 'type', 'It is missing; give a string.'],
  [envelope, { type: 'a.b', subject: 's', data: 1 }, 'data', 'Give an object.'],
  [envelope, { type: 'a.b', subject: 's', data: {}, time: 'noon' }, 'time', 'RFC 3339 with offset, such as 2026-11-24T14:32:07+08:00'],
  [EVENT_DATA['incident.reported'], { ...lawful, severity: 'V' }, 'severity', 'Give one of I, II, III, IV.'],
  [EVENT_DATA['incident.reported'], { ...lawful, title: 'x'.repeat(201) }, 'title', 'Give at most 200 characters.'],
  [EVENT_DATA['incident.reported'], { ...lawful, grid: undefined }, 'place', 'give place or grid, one of them'],
  [EVENT_DATA['patrol.position'], { lng: 105, lat: 91 }, 'lat', 'Give at most 90.'],
])('[W1] a complaint says the fix: case %#', (schema, value, path, fix) => {
  const issue = schema.safeParse(value).error!.issues[0]!
  expect([issue.path.join('.'), fixFor(issue)]).toEqual([path, fix])
})
