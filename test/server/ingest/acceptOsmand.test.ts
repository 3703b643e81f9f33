import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromParameters, fromTraccar } from '../../../server/ingest/acceptOsmand.ts'

const data = (input: object) => (fromParameters(input) as { event: { data: object } }).event.data

describe('a phone tracker', () => {
  it.each(['id', 'deviceid', 'device_id'])('[W5] names itself by %s', (name) => {
    expect(fromParameters({ [name]: 'tracker-1', lat: '38.05', lon: '105.05' })).toEqual({ event: { type: 'patrol.position', subject: 'tracker-1', data: { lng: 105.05, lat: 38.05 } } })
  })

  it('[W5] gives its place in one or two parameters', () => {
    expect(data({ id: '1', location: '38.05, 105.05' })).toEqual({ lng: 105.05, lat: 38.05 })
    expect(data({ id: '1', location: '0,0', lat: '38.05', lon: '105.05' })).toEqual({ lng: 105.05, lat: 38.05 })
  })

  it('[W5] speed in a query is in knots', () => {
    expect(data({ id: '1', lat: '1', lon: '2', speed: '10', bearing: '90', accuracy: '8.5', batt: '76' })).toEqual({ lng: 2, lat: 1, speed: 5.14, course: 90, accuracy: 8.5, battery: 76 })
  })

  it('[W5] leaves out what makes no sense beside the place', () => {
    expect(data({ id: '1', lat: '1', lon: '2', speed: '-1', heading: '400', batt: 'full', accuracy: '' })).toEqual({ lng: 2, lat: 1 })
  })

  it.each([
    ['1764000000', '2025-11-24T16:00:00.000Z'],
    ['1764000000000', '2025-11-24T16:00:00.000Z'],
    ['2025-11-24T16:00:00Z', '2025-11-24T16:00:00.000Z'],
    ['2025-11-24T16:00:00.5+08:00', '2025-11-24T08:00:00.500Z'],
    ['2025-11-24 16:00:00', '2025-11-24T16:00:00.000Z'],
  ])('[W5] takes the phone’s own time %s', (timestamp, time) => {
    expect(fromParameters({ id: '1', lat: '1', lon: '2', timestamp })).toMatchObject({ event: { time, source: 'osmand', id: expect.stringMatching(/^[\w-]{22}$/) } })
  })

  it('[W2] the same fix has the same id, another fix of that second another', () => {
    const id = (lat: string) => (fromParameters({ id: '1', lat, lon: '2', timestamp: '1764000000' }) as { event: { id?: string } }).event.id
    expect(id('1')).toBe(id('1'))
    expect(id('1')).not.toBe(id('1.0001'))
  })

  it.each([
    ['no id', { lat: '1', lon: '2' }],
    ['an empty id', { id: '', lat: '1', lon: '2' }],
    ['lat=abc', { id: '1', lat: 'abc', lon: '2' }],
    ['half a place', { id: '1', lat: '1' }],
    ['location=here', { id: '1', location: 'here,there' }],
    ['location=,', { id: '1', location: ',' }],
    ['lat=91', { id: '1', lat: '91', lon: '2' }],
    ['lat=Infinity', { id: '1', lat: 'Infinity', lon: '2' }],
    ['timestamp=soon', { id: '1', lat: '1', lon: '2', timestamp: 'soon' }],
    ['timestamp beyond RFC 3339', { id: '1', lat: '1', lon: '2', timestamp: '999999999999999' }],
    ['two ids', { id: ['1', '2'], lat: '1', lon: '2' }],
    ['a line break in the id', { id: 'a\nb', lat: '1', lon: '2' }],
  ])('[W5] is told what is wrong: %s', (_name, input) => {
    expect(fromParameters(input)).toEqual({ wrong: expect.stringMatching(/./) })
  })

  it('[W5] Traccar’s JSON has metres per second and a battery of 0–1', () => {
    const json = { device_id: 'tracker-1', location: { timestamp: '2025-11-24T16:00:00.000Z', coords: { latitude: 38.05, longitude: 105.05, accuracy: 8, speed: 1.2, heading: 90, altitude: 1500 }, is_moving: true, battery: { level: 0.76, is_charging: false }, activity: { type: 'walking' } } }
    expect(fromTraccar(json)).toMatchObject({ event: { type: 'patrol.position', subject: 'tracker-1', time: '2025-11-24T16:00:00.000Z', data: { lng: 105.05, lat: 38.05, accuracy: 8, speed: 1.2, course: 90, battery: 76 } } })
  })

  it.each([
    ['null', null],
    ['no device', { location: { coords: { latitude: 1, longitude: 2 } } }],
    ['a latitude of 91', { device_id: '1', location: { coords: { latitude: 91, longitude: 2 } } }],
    ['a latitude of abc', { device_id: '1', location: { coords: { latitude: 'abc', longitude: 2 } } }],
  ])('[W5] Traccar’s JSON with %s is told so', (_name, json) => {
    expect(fromTraccar(json)).toEqual({ wrong: expect.stringMatching(/./) })
  })

  const eventOf = (from: ReturnType<typeof fromParameters>) => {
    expect(from).toHaveProperty('event')
    return (from as { event: { type: string; id?: string; time?: string; data: object } }).event
  }
  const at = { id: '1', lat: '1', lon: '2', timestamp: '1764000000' }
  const json = (location: object, more: object = {}) => ({ device_id: '1', location: { timestamp: '2025-11-24T16:00:00Z', ...location }, ...more })
  const coords = { latitude: 1, longitude: 2 }

  it.each([
    ['in a query', fromParameters({ ...at, alarm: 'sos' })],
    ['in capitals', fromParameters({ ...at, alarm: 'SOS' })],
    ['with spaces', fromParameters({ ...at, alarm: ' Sos ' })],
    ['among others', fromParameters({ ...at, alarm: 'sos,lowBattery' })],
    ['twice', fromParameters({ ...at, alarm: ['lowBattery', 'sos'] })],
    ['in JSON', fromTraccar(json({ coords, extras: { alarm: 'sos' } }))],
    ['beside the location', fromTraccar(json({ coords }, { extras: { alarm: 'sos' } }))],
    ['without a fix', fromParameters({ id: '1', timestamp: '1764000000', alarm: 'sos' })],
    ['in JSON without a fix', fromTraccar(json({ coords: null, extras: { alarm: 'sos' } }))],
  ])('[W20] its SOS %s is a call for help at the phone’s own time', (_name, from) => {
    expect(eventOf(from)).toMatchObject({ type: 'patrol.sos', time: '2025-11-24T16:00:00.000Z', source: 'osmand' })
  })

  it('[W23] Traccar’s JSON may give its time as a number', () => {
    expect(eventOf(fromTraccar(json({ coords, timestamp: 1_764_000_000_000 }))).time).toBe('2025-11-24T16:00:00.000Z')
    expect(fromTraccar(json({ coords, timestamp: -5 }))).toEqual({ wrong: expect.stringContaining('1970') })
  })

  it('[W20] the same fix plain, with another alarm and as SOS are three events, each known again', () => {
    const id = (more: object) => eventOf(fromParameters({ ...at, ...more })).id
    const ids = [id({}), id({ alarm: 'sos' }), id({ alarm: 'lowBattery' }), id({ alarm: 'sos,lowBattery' })]
    expect(new Set(ids).size).toBe(4)
    expect([id({ alarm: '' }), id({ alarm: 'SOS' }), id({ alarm: 'LowBattery' }), id({ alarm: 'lowBattery,sos' })]).toEqual(ids)
  })

  it('[W20] other alarms are kept as data, and no alarm costs a fix', () => {
    expect(eventOf(fromParameters({ ...at, alarm: 'lowBattery, powerCut' }))).toMatchObject({ type: 'patrol.position', data: { alarm: 'lowBattery,powerCut' } })
    expect(eventOf(fromParameters({ ...at, alarm: 'sos,fallDown' }))).toMatchObject({ type: 'patrol.sos', data: { lng: 2, lat: 1, alarm: 'fallDown' } })
    expect(eventOf(fromTraccar(json({ coords, extras: { alarm: 7 } }))).data).toMatchObject({ alarm: '7' })
    for (const alarm of ['', ' , ', 'x'.repeat(65), 'a\nb', '\uD800', { sos: 1 }, null])
      expect(eventOf(fromParameters({ ...at, alarm }))).toMatchObject({ type: 'patrol.position', data: { lng: 2, lat: 1 } })
    expect(eventOf(fromTraccar(json({ coords, extras: 'none' }))).type).toBe('patrol.position')
  })

  it('[W22] is heard without a place, and none is made up', () => {
    expect(fromParameters({ id: '1', batt: '50' })).toEqual({ event: { type: 'patrol.heard', subject: '1', data: { battery: 50 } } })
    expect(eventOf(fromTraccar(json({ event: 'heartbeat', battery: { level: 0.5 } })))).toMatchObject({ type: 'patrol.heard', time: '2025-11-24T16:00:00.000Z', data: { battery: 50 } })
    expect(eventOf(fromTraccar({ device_id: '1' }))).toEqual({ type: 'patrol.heard', subject: '1', data: {} })
    expect(eventOf(fromParameters({ id: '1', speed: '3', accuracy: '8' })).data).toEqual({})
  })

  it.each(['-5', '-7', '20261130201500', '0', '', ' ', '1e9', '0x10', '+5', '2026-11', '2026-11-30', '11/30/2026', 'Nov 30 2026', '30 Nov 2026 20:15', 'Mon Nov 30 2026', '2026-02-30T00:00:00Z', '2025-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-11-30T25:00:00Z', '2026-11-30T20:15:00+99:00', '20261130T201500Z', '2026-11-30T20:15:00Zulu', '2100-01-02T00:00:00Z', '1969-12-31T23:59:59Z', '4102444801'])('[W23] a timestamp of %j is refused with words', (timestamp) => {
    expect(fromParameters({ ...at, timestamp })).toEqual({ wrong: expect.stringContaining('timestamp is seconds or milliseconds since 1970') })
  })

  it('[W23] property: what is taken is the moment that was meant, in every lawful form; anything else is refused', () => {
    const moment = fc.date({ min: new Date(1_000_000), max: new Date(Date.UTC(2099, 11, 31)), noInvalidDate: true })
    const timeOf = (timestamp: string) => {
      const from = fromParameters({ ...at, timestamp })
      return 'event' in from ? from.event.time : undefined
    }
    fc.assert(fc.property(moment, (date) => {
      const iso = date.toISOString()
      const second = `${iso.slice(0, 19)}.000Z`
      expect([timeOf(iso), timeOf(iso.replace('Z', '')), timeOf(iso.replace('T', ' ')), timeOf(iso.replace('Z', '+0000')), timeOf(iso.replace('Z', '+00:00'))]).toEqual([iso, iso, iso, iso, iso])
      expect(timeOf(String(Math.floor(date.getTime() / 1000)))).toBe(second)
      if (date.getTime() >= 1e11)
        expect(timeOf(String(date.getTime()))).toBe(iso)
    }))
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-+:.TZ /eE') }), fc.date().map(String), fc.bigInt().map(String)), (text) => {
      const time = timeOf(text)
      if (time === undefined)
        return
      expect(text.trim()).toMatch(/^(\d{1,13}(\.\d+)?|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d| \d\d:\d\d)?)$/i)
      expect(Date.parse(time)).toBeGreaterThan(0)
      expect(Date.parse(time)).toBeLessThanOrEqual(Date.UTC(2100, 0, 1))
    }), { numRuns: 1000 })
  })
})
