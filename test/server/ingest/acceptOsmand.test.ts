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
    const id = (lat: string) => (fromParameters({ id: '1', lat, lon: '2', timestamp: '1764000000' }) as { event: { id: string } }).event.id
    expect(id('1')).toBe(id('1'))
    expect(id('1')).not.toBe(id('1.0001'))
  })

  it.each([
    ['no id', { lat: '1', lon: '2' }],
    ['an empty id', { id: '', lat: '1', lon: '2' }],
    ['lat=abc', { id: '1', lat: 'abc', lon: '2' }],
    ['no place', { id: '1' }],
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
    ['no coordinates', { device_id: '1', location: {} }],
    ['a latitude of abc', { device_id: '1', location: { coords: { latitude: 'abc', longitude: 2 } } }],
  ])('[W5] Traccar’s JSON with %s is told so', (_name, json) => {
    expect(fromTraccar(json)).toEqual({ wrong: expect.stringMatching(/./) })
  })
})
