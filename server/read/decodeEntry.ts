import type { WanggeEvent } from '../../shared/state/event.ts'
import type { EventType } from '../../shared/state/eventTypes.ts'
import type { RefusalReason } from '../../shared/events/refusal.ts'
import type { TimeBounds } from '../district/TimeBounds.ts'
import type { Entry, Fields } from '../log/EventLog.ts'
import type { EntryRead } from './EntryRead.ts'
import type { QuickCheck } from '../../shared/events/quickCheck.ts'
import { envelope, MAX_DATA_BYTES, MAX_DATA_DEPTH, MOST_CHARACTERS } from '../../shared/events/envelope.ts'
import { fixFor } from '../../shared/events/fixFor.ts'
import { EVENT_DATA, EVENT_TYPES, streamOf } from '../../shared/state/eventTypes.ts'
import { entryMs } from '../../shared/words/entryId.ts'
import { epochOf } from '../../shared/words/time/time.ts'
import { NOT_UTF8 } from '../log/notUtf8.ts'
import { holdsHalfPair } from '../../shared/events/holdsHalfPair.ts'
import { isDeeper } from '../../shared/events/isDeeper.ts'
import { entryBytes } from '../log/entryBytes.ts'
import { MOST_ENTRY_BYTES } from '../log/mostEntryBytes.ts'
import { quickCheck } from '../../shared/events/quickCheck.ts'

/** Source of an entry that names none: it was written straight into the log. */
const DIRECT = 'redis'

const LAST_MS = 8.64e15
/** An escape that may stand for half a character; Python writes whole ones so too. */
const HALF_PAIR = /\\ud/i
/** What no line has, or what counts as one character of two. */
const ODD = /[\u0000-\u001F\u007F\uD800-\uDFFF]/
const OTHERS = ['source', 'id', 'actor'] as const
/** The same measure as at every way in: the envelope's own. */
const isLine = { type: lineCheck('type'), subject: lineCheck('subject'), source: lineCheck('source'), id: lineCheck('id'), actor: lineCheck('actor') }
const kinds = new Map<string, Kind>(EVENT_TYPES.map(type => [type, { type, stream: streamOf(type)!, check: quickCheck(EVENT_DATA[type]) }]))

interface Kind {
  type: EventType
  stream: string
  check: QuickCheck | undefined
}

/**
 * Fields of an entry as a typed event, not yet placed. Its attributes are checked one by one, since every entry of a long log
 * passes here, but by the schemas of `shared/events/envelope.ts`: what a way in has accepted is taken here (W25).
 */
export function decodeEntry(entry: Entry, bounds: TimeBounds): EntryRead {
  const bytes = entry.tooLarge ?? oversize(entry.fields)
  if (bytes !== undefined)
    return refuse(entry, 'too-large', 'data', `It takes ${bytes} bytes, and an entry at most 1 MiB; it stands in ${entry.stream} under ${entry.id}. Send photos as addresses.`)
  const { fields, stream } = entry
  if (fields[NOT_UTF8] !== undefined)
    return refuse(entry, 'bad-envelope', '', 'Send UTF-8: this entry was written in another encoding, such as GBK; its bytes are kept here as base64.')
  const { type, subject, time, data } = fields
  const kind = type === undefined ? undefined : kinds.get(type)
  if (!kind) {
    if (type === undefined || !isLine.type(type))
      return refuse(entry, 'bad-envelope', 'type', 'Give a type such as incident.reported: up to 128 characters, no control characters.')
    return streamOf(type) === stream
      ? { outcome: 'not-understood', entry, type }
      : refuse(entry, 'bad-envelope', 'type', `This type does not belong into the stream ${stream}.`)
  }
  if (kind.stream !== stream)
    return refuse(entry, 'bad-envelope', 'type', `Events of this type belong into the stream ${kind.stream}.`)
  if (fields.specversion !== undefined && fields.specversion !== '1.0')
    return refuse(entry, 'bad-envelope', 'specversion', 'specversion is 1.0.')
  if (subject === undefined || !isLine.subject(subject))
    return refuse(entry, 'bad-envelope', 'subject', 'Give the subject: incident id, grid code, worker or device id, up to 128 characters, no control characters.')
  const wrong = OTHERS.find(name => fields[name] !== undefined && !isLine[name](fields[name]))
  if (wrong)
    return refuse(entry, 'bad-envelope', wrong, `${wrong} has 1 to ${MOST_CHARACTERS[wrong]} characters, no control characters.`)
  const reached = entryMs(entry.id)
  if (!(reached <= LAST_MS))
    return refuse(entry, 'bad-envelope', 'time', 'The entry\'s id is no time; append with the id *.')
  const told = toldAt(fields.told, reached)
  const at = time === undefined ? told : epochOf(time)
  if (Number.isNaN(at))
    return refuse(entry, 'bad-envelope', 'time', 'time is RFC 3339 with offset, such as 2026-11-24T14:32:07+08:00.')
  const untimely = time === undefined ? undefined : bounds.inLog(at, told, { stream, source: fields.source ?? DIRECT })
  if (untimely)
    return { outcome: 'rejected', entry, refusal: untimely }
  if (data === undefined)
    return refuse(entry, 'bad-envelope', 'data', 'Give data, a JSON object.')
  return decodeData(entry, kind, subject, time ?? new Date(told).toISOString(), data)
}

function decodeData(entry: Entry, { type, check }: Kind, subject: string, time: string, text: string): EntryRead {
  if (text.length > MAX_DATA_BYTES || (text.length * 3 > MAX_DATA_BYTES && Buffer.byteLength(text) > MAX_DATA_BYTES))
    return refuse(entry, 'too-large', 'data', 'data is at most 256 KiB; send photos as addresses.')
  let json: unknown
  try {
    json = JSON.parse(text)
  }
  catch {
    return refuse(entry, 'not-json', 'data', 'data is no JSON; quote names and texts with ".')
  }
  if (json === null || typeof json !== 'object' || Array.isArray(json))
    return refuse(entry, 'bad-envelope', 'data', 'data is a JSON object.')
  // Each level takes two characters at least.
  if (text.length > MAX_DATA_DEPTH * 2 && isDeeper(json, MAX_DATA_DEPTH))
    return refuse(entry, 'too-large', 'data', `data is at most ${MAX_DATA_DEPTH} levels deep.`)
  if (text.includes('\\u') && HALF_PAIR.test(text) && holdsHalfPair(JSON.stringify(json)))
    return refuse(entry, 'bad-data', 'data', 'data holds half of a surrogate pair, such as \\ud800 alone; write whole characters.')
  let right: object = json
  if (!check?.(json)) {
    const parsed = EVENT_DATA[type].safeParse(json)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!
      return refuse(entry, 'bad-data', ['data', ...issue.path].join('.'), fixFor(issue))
    }
    right = parsed.data
  }
  const { source = DIRECT, id = entry.id, actor } = entry.fields
  const event = { stream: entry.stream, entry: entry.id, type, time, source, id, subject, data: right } as WanggeEvent
  if (actor !== undefined)
    event.actor = actor
  return { outcome: 'event', entry, event }
}

/** The envelope's word on a text; a plain one that is short enough needs not be asked about. */
function lineCheck(name: keyof typeof MOST_CHARACTERS): (text: string) => boolean {
  const most = MOST_CHARACTERS[name]
  const schema = envelope.shape[name]
  return text => (text.length > 0 && text.length <= most && !ODD.test(text)) || schema.safeParse(text).success
}

/** Bytes of what is larger than any entry may be. */
function oversize(fields: Fields): number | undefined {
  let characters = 0
  for (const name in fields)
    characters += name.length + fields[name]!.length
  if (characters * 3 <= MOST_ENTRY_BYTES)
    return undefined
  const bytes = entryBytes(fields)
  return bytes > MOST_ENTRY_BYTES ? bytes : undefined
}

function refuse(entry: Entry, reason: RefusalReason, path: string, message: string): EntryRead {
  return { outcome: 'rejected', entry, refusal: { reason, path, message } }
}

/** Where the log's ids lie ahead of time, a way in says when it was told; the earlier counts (X23). */
function toldAt(told: string | undefined, reached: number): number {
  const at = told === undefined ? reached : epochOf(told)
  return at < reached ? at : reached
}
