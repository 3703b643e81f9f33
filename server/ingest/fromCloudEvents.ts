import type { Refusal } from '../../shared/events/refusal.ts'
import { HTTP, ValidationError } from 'cloudevents'
import { unescapeBytes } from './readUrlEncoded.ts'
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
  dataschema: z.string().min(1).optional(),
  data_base64: z.custom(value => value === undefined, 'Give data, a JSON object, in place of data_base64.').optional(),
  data: z.unknown(),
}).catchall(z.union([z.string(), z.number(), z.boolean()], 'An attribute is a text, a number, true or false.'))

/** What to do about attributes of which the library only says that they do not match. */
const FIXES: Readonly<Record<string, string>> = {
  source: 'source is a URI reference, such as //12345.example/desk; percent-encode what is not ASCII.',
  dataschema: 'dataschema is an absolute URI, such as https://example.org/schema; or leave it out.',
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

type Checked = Record<string, unknown> | { refused: Refusal }

/** Events of structured mode (one object) or batch mode (an array) under strict CloudEvents rules (W4); `json` is the parsed body. */
export function fromStructured(json: unknown): Checked {
  return check(json, event => HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents+json' }, body: event }))
}

/** The event of binary mode: attributes in `ce-` headers, percent-encoded where not ASCII, the body its data. */
export function fromBinary(headers: Readonly<Record<string, string | string[] | undefined>>, data: unknown): Checked {
  const attributes: Record<string, unknown> = { datacontenttype: headers['content-type'] }
  for (const [name, value] of Object.entries(headers)) {
    if (!name.startsWith('ce-') || typeof value !== 'string')
      continue
    const text = decode(value)
    if (text === undefined)
      return { refused: { reason: 'bad-envelope', path: name.slice(3), message: 'Send UTF-8, percent-encoded where it is not ASCII.' } }
    attributes[name.slice(3)] = text
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
    return { refused: { reason: 'bad-envelope', ...faultOf(error) } }
  }
}

/** In the JSON format null means absent. */
function withoutNulls(json: unknown): unknown {
  return json !== null && typeof json === 'object' && !Array.isArray(json)
    ? Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null))
    : json
}

function faultOf(error: unknown): { path: string; message: string } {
  if (!(error instanceof ValidationError))
    return { path: '', message: 'This is no CloudEvent 1.0.' }
  const [first] = (error.errors ?? []) as ({ instancePath?: string; message?: string } | string)[]
  if (!first || typeof first !== 'object')
    return { path: /^invalid attribute name: "([^"]{1,64})"/.exec(error.message)?.[1] ?? '', message: error.message.split('\n')[0]! }
  const path = first.instancePath?.slice(1) ?? ''
  return { path, message: FIXES[path] ?? `${path} ${first.message ?? ''}`.trim() }
}

/** A header's text: UTF-8, as such or percent-encoded. Node gives its bytes as one character each. */
function decode(bytes: string): string | undefined {
  try {
    return utf8.decode(unescapeBytes(bytes))
  }
  catch {
    return undefined
  }
}
