import type { Refusal } from '../../shared/events/refusal.ts'
import { HTTP, ValidationError } from 'cloudevents'
import { fixFor } from '../../shared/events/fixFor.ts'
import { z } from 'zod'

/** What the library does not hold on its own: absent attributes are filled in by it, so they are looked at before it. */
const required = z.object({
  specversion: z.literal('1.0', 'specversion is 1.0.'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  time: z.iso.datetime({ offset: true, local: false, error: 'time is RFC 3339 with offset, such as 2026-11-24T14:32:07+08:00.' }).optional(),
  subject: z.string().min(1).optional(),
  datacontenttype: z.string().regex(/^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i, 'data is JSON: leave datacontenttype out or set application/json.').optional(),
  data_base64: z.undefined({ error: 'data is a JSON object; data_base64 is not taken.' }).optional(),
  data: z.unknown(),
}).catchall(z.union([z.string(), z.number(), z.boolean()], 'An attribute is a text, a number, true or false.'))

type Checked = Record<string, unknown> | { refused: Refusal }

/** Events of structured mode (one object) or batch mode (an array) under strict CloudEvents rules (W4); `json` is the parsed body. */
export function fromStructured(json: unknown): Checked {
  return check(json, event => HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents+json' }, body: event }))
}

/** The event of binary mode: attributes in `ce-` headers, percent-encoded where not ASCII, the body its data. */
export function fromBinary(headers: Readonly<Record<string, string | string[] | undefined>>, data: unknown): Checked {
  const attributes: Record<string, unknown> = { datacontenttype: headers['content-type'] }
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith('ce-') && typeof value === 'string')
      attributes[name.slice(3)] = decode(value)
  }
  return check({ ...attributes, data }, () => HTTP.toEvent({ headers, body: data }))
}

/** Whether a request is in binary mode. */
export function isBinary(headers: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(headers).some(name => name.startsWith('ce-'))
}

function check(json: unknown, toEvent: (event: Record<string, unknown>) => unknown): Checked {
  const parsed = required.safeParse(withoutNulls(json))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return { refused: { reason: 'bad-envelope', path: issue.path.join('.'), message: fixFor(issue) } }
  }
  try {
    const event = toEvent(parsed.data) as { validate: () => boolean }
    event.validate()
    return parsed.data
  }
  catch (error) {
    return { refused: { reason: 'bad-envelope', path: '', message: error instanceof ValidationError ? wordsOf(error) : 'This is no CloudEvent 1.0.' } }
  }
}

/** In the JSON format null means absent. */
function withoutNulls(json: unknown): unknown {
  return json !== null && typeof json === 'object' && !Array.isArray(json)
    ? Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null))
    : json
}

function wordsOf(error: ValidationError): string {
  const [first] = (error.errors ?? []) as ({ instancePath?: string; message?: string } | string)[]
  if (first && typeof first === 'object')
    return `${first.instancePath?.slice(1) ?? ''} ${first.message ?? ''}`.trim()
  return error.message.split('\n')[0]!
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  }
  catch {
    return value
  }
}
