import { createHash } from 'node:crypto'
import { fixFor } from '../../shared/events/fixFor.ts'
import { lineOf } from '../../shared/words/lineOf.ts'
import { z } from 'zod'
import type { PhoneAlarm } from './phoneAlarm.ts'
import { phoneAlarm } from './phoneAlarm.ts'
import { phoneTime } from './phoneTime.ts'

const KNOT = 0.514444

const number = z.union([z.number(), z.string().trim().regex(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, 'a number').transform(Number)])
const optional = number.optional().catch(undefined)
const text = z.union([z.string(), z.number().transform(String)]).transform(value => value.trim()).pipe(lineOf(64))
const alarm = z.unknown().transform(phoneAlarm)

/** What a phone sends as parameters (OsmAnd, Traccar Client). */
const parameters = z.object({
  id: text.optional(),
  deviceid: text.optional(),
  device_id: text.optional(),
  lat: number.optional(),
  lon: number.optional(),
  location: z.string().optional(),
  timestamp: z.string().optional(),
  speed: optional,
  bearing: optional,
  heading: optional,
  accuracy: optional,
  batt: optional,
  alarm: alarm.optional(),
})

const extras = z.object({ alarm: alarm.optional() }).nullish().catch(undefined)

/** What Traccar Client sends as JSON since its version 9; a heartbeat has no coordinates. */
const traccar = z.object({
  device_id: text,
  location: z.object({
    timestamp: z.union([z.string(), z.number().transform(String)]).nullish(),
    coords: z.object({ latitude: number, longitude: number, accuracy: optional, speed: optional, heading: optional }).nullish(),
    battery: z.object({ level: optional }).nullish().catch(undefined),
    extras,
  }).nullish(),
  extras,
})

interface Fix {
  device: string
  /** WGS 84 degrees; absent where the phone has no fix. */
  point: { lng: number; lat: number } | undefined
  time?: string | undefined
  /** Metres per second. */
  speed?: number | undefined
  course?: number | undefined
  accuracy?: number | undefined
  battery?: number | undefined
  alarm: PhoneAlarm
}

/** A `patrol.position`, `patrol.sos` or, without a place, `patrol.heard`, as a way in takes it. */
export interface PhoneEvent {
  type: 'patrol.position' | 'patrol.sos' | 'patrol.heard'
  subject: string
  time?: string
  source?: string
  id?: string
  data: Record<string, unknown>
}

/** What a phone said, or what is wrong with the request. */
export type FromPhone = { event: PhoneEvent } | { wrong: string }

const TIME = 'is seconds or milliseconds since 1970, or ISO 8601 such as 2026-11-24T06:32:07Z.'
const PLACE = 'Give the place as lat and lon, or location=lat,lon, in degrees.'

/** W5: query or form of a phone's tracker; speed in knots. */
export function fromParameters(input: unknown): FromPhone {
  const parsed = parameters.safeParse(input)
  if (!parsed.success)
    return wrong(parsed.error)
  const { id, deviceid, device_id, timestamp, speed, bearing, heading, accuracy, batt, alarm = { sos: false } } = parsed.data
  const device = id ?? deviceid ?? device_id
  if (device === undefined)
    return { wrong: 'Give the device as id, deviceid or device_id.' }
  const point = pointOf(parsed.data)
  if (point === 'wrong')
    return { wrong: PLACE }
  const time = timestamp === undefined ? undefined : phoneTime(timestamp)
  if (timestamp !== undefined && time === undefined)
    return { wrong: `timestamp ${TIME}` }
  return toEvent({ device, point, time, speed: speed === undefined ? undefined : speed * KNOT, course: bearing ?? heading, accuracy, battery: batt, alarm })
}

/** W5: the JSON of Traccar Client; speed in metres per second, battery 0–1. */
export function fromTraccar(input: unknown): FromPhone {
  const parsed = traccar.safeParse(input)
  if (!parsed.success)
    return wrong(parsed.error)
  const { device_id: device, location } = parsed.data
  const { timestamp, coords, battery } = location ?? {}
  const time = timestamp == null ? undefined : phoneTime(timestamp)
  if (timestamp != null && time === undefined)
    return { wrong: `location.timestamp ${TIME}` }
  if (coords && !isPoint(coords.longitude, coords.latitude))
    return { wrong: 'location.coords: Give latitude and longitude in degrees.' }
  const level = battery?.level
  return toEvent({
    device,
    point: coords ? { lng: coords.longitude, lat: coords.latitude } : undefined,
    time,
    speed: coords?.speed,
    course: coords?.heading,
    accuracy: coords?.accuracy,
    battery: level !== undefined && level >= 0 ? level * 100 : undefined,
    alarm: location?.extras?.alarm ?? parsed.data.extras?.alarm ?? { sos: false },
  })
}

function toEvent({ device, point, time, speed, course, accuracy, battery, alarm: { sos, other } }: Fix): FromPhone {
  const type = sos ? 'patrol.sos' : point ? 'patrol.position' : 'patrol.heard'
  const data = {
    ...point,
    ...(point && within(accuracy, Infinity) && { accuracy }),
    ...(point && within(speed, Infinity) && { speed: Math.round(speed * 100) / 100 }),
    ...(point && within(course, 360) && { course }),
    ...(within(battery, 100) && { battery }),
    ...(other !== undefined && { alarm: other }),
  }
  // What is said beside the place is part of what makes a fix the same: an SOS is never taken for the plain fix before it.
  const said = [...(sos ? ['sos'] : []), ...(other === undefined ? [] : [other.toLowerCase()]), ...(type === 'patrol.heard' ? [`heard ${battery ?? ''}`] : [])]
  return {
    event: {
      type,
      subject: device,
      ...(time !== undefined && { time, source: 'osmand', id: fixId(device, time, ...(point ? [point.lng, point.lat] : []), ...said) }),
      data,
    },
  }
}

/** The same fix sent again is the same event; the id tells nothing of where it was. */
function fixId(...parts: (string | number)[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, 22)
}

function pointOf({ lat, lon, location }: { lat?: number | undefined; lon?: number | undefined; location?: string | undefined }): Fix['point'] | 'wrong' {
  if (lat === undefined && lon === undefined && location === undefined)
    return undefined
  const [north, east] = lat !== undefined && lon !== undefined ? [lat, lon] : partsOf(location)
  return isPoint(east, north) ? { lng: east, lat: north } : 'wrong'
}

function partsOf(location = ''): [number, number] {
  const parts = location.split(',').map(part => part.trim())
  return parts.length === 2 && parts.every(part => part !== '') ? [Number(parts[0]), Number(parts[1])] : [Number.NaN, Number.NaN]
}

function isPoint(lng: number, lat: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180
}

function within(value: number | undefined, max: number): value is number {
  return value !== undefined && value >= 0 && value <= max && Number.isFinite(value)
}

function wrong(error: z.ZodError): { wrong: string } {
  const issue = error.issues[0]!
  return { wrong: `${issue.path.join('.')}: ${fixFor(issue)}` }
}
