import { createHash } from 'node:crypto'
import { fixFor } from '../../shared/events/fixFor.ts'
import { z } from 'zod'

const KNOT = 0.514444
/** The end of the year 9999: RFC 3339 goes no further. */
const LAST_MS = 253_402_300_799_999

const number = z.union([z.number(), z.string().trim().regex(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, 'a number').transform(Number)])
const optional = number.optional().catch(undefined)
const text = z.union([z.string(), z.number().transform(String)]).pipe(z.string().trim().min(1).max(64).regex(/^[^\u0000-\u001F\u007F]+$/))

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
})

/** What Traccar Client sends as JSON since its version 9. */
const traccar = z.object({
  device_id: text,
  location: z.object({
    timestamp: z.string().optional(),
    coords: z.object({ latitude: number, longitude: number, accuracy: optional, speed: optional, heading: optional }),
    battery: z.object({ level: optional }).optional().catch(undefined),
  }),
})

interface Fix {
  device: string
  lat: number
  lng: number
  time?: string | undefined
  /** Metres per second. */
  speed?: number | undefined
  course?: number | undefined
  accuracy?: number | undefined
  battery?: number | undefined
}

/** A `patrol.position` as acceptable JSON, or what is wrong with the request. */
export type FromPhone = { event: Record<string, unknown> } | { wrong: string }

/** W5: query or form of a phone's tracker; speed in knots. */
export function fromParameters(input: unknown): FromPhone {
  const parsed = parameters.safeParse(input)
  if (!parsed.success)
    return wrong(parsed.error)
  const { id, deviceid, device_id, location, timestamp, speed, bearing, heading, accuracy, batt } = parsed.data
  const device = id ?? deviceid ?? device_id
  if (device === undefined)
    return { wrong: 'Give the device as id, deviceid or device_id.' }
  const [lat, lng] = pointOf(parsed.data.lat, parsed.data.lon, location)
  const time = timestamp === undefined ? undefined : toInstant(timestamp)
  if (timestamp !== undefined && time === undefined)
    return { wrong: 'timestamp is seconds or milliseconds since 1970, or ISO 8601.' }
  return toEvent({ device, lat, lng, time, speed: speed === undefined ? undefined : speed * KNOT, course: bearing ?? heading, accuracy, battery: batt })
}

/** W5: the JSON of Traccar Client; speed in metres per second, battery 0–1. */
export function fromTraccar(input: unknown): FromPhone {
  const parsed = traccar.safeParse(input)
  if (!parsed.success)
    return wrong(parsed.error)
  const { device_id: device, location: { timestamp, coords, battery } } = parsed.data
  const time = timestamp === undefined ? undefined : toInstant(timestamp)
  if (timestamp !== undefined && time === undefined)
    return { wrong: 'location.timestamp is ISO 8601.' }
  const { latitude: lat, longitude: lng, accuracy, speed, heading: course } = coords
  const level = battery?.level
  return toEvent({ device, lat, lng, time, speed, course, accuracy, battery: level !== undefined && level >= 0 ? level * 100 : undefined })
}

function toEvent({ device, lat, lng, time, ...rest }: Fix): FromPhone {
  if (!(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180))
    return { wrong: 'Give the place as lat and lon, or location=lat,lon, in degrees.' }
  const { speed, course, accuracy, battery } = rest
  const data = {
    lng,
    lat,
    ...(within(accuracy, Infinity) && { accuracy }),
    ...(within(speed, Infinity) && { speed: Math.round(speed * 100) / 100 }),
    ...(within(course, 360) && { course }),
    ...(within(battery, 100) && { battery }),
  }
  return {
    event: {
      type: 'patrol.position',
      subject: device,
      ...(time !== undefined && { time, source: 'osmand', id: fixId(device, time, lng, lat) }),
      data,
    },
  }
}

/** The same fix sent again is the same event; the id tells nothing of where it was. */
function fixId(...parts: (string | number)[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, 22)
}

function pointOf(lat: number | undefined, lon: number | undefined, location: string | undefined): [number, number] {
  if (lat !== undefined && lon !== undefined)
    return [lat, lon]
  const parts = location?.split(',').map(part => part.trim()) ?? []
  return parts.length === 2 && parts.every(part => part !== '') ? [Number(parts[0]), Number(parts[1])] : [Number.NaN, Number.NaN]
}

function toInstant(text: string): string | undefined {
  const trimmed = text.trim()
  // A bare number of up to eleven digits is seconds.
  const ms = /^\d+(\.\d+)?$/.test(trimmed)
    ? Number(trimmed) * (Number(trimmed) < 1e11 ? 1000 : 1)
    : Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(trimmed) ? trimmed.replace(' ', 'T') : `${trimmed.replace(' ', 'T')}Z`)
  return ms > 0 && ms <= LAST_MS ? new Date(ms).toISOString() : undefined
}

function within(value: number | undefined, max: number): value is number {
  return value !== undefined && value >= 0 && value <= max && Number.isFinite(value)
}

function wrong(error: z.ZodError): { wrong: string } {
  const issue = error.issues[0]!
  return { wrong: `${issue.path.join('.')}: ${fixFor(issue)}` }
}
