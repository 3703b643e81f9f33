import type { Located } from '../../shared/kernel/Located.ts'
import type { Envelope } from '../../shared/events/envelope.ts'
import type { Refusal } from '../../shared/events/refusal.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { Clock } from '../clock.ts'
import type { Places } from '../district/Places.ts'
import type { Append, Durability, EventLog } from '../log/EventLog.ts'
import { z } from 'zod'
import { envelope } from '../../shared/events/envelope.ts'
import { fixFor } from '../../shared/events/fixFor.ts'
import { EVENT_DATA, isEventType, streamOf } from '../../shared/state/eventTypes.ts'
import type { VerdictOf } from './appendOrReplace.ts'
import { appendOrReplace } from './appendOrReplace.ts'
import { isOutside } from './isOutside.ts'
import { measureJson } from './measureJson.ts'
import { epochOf } from '../../shared/words/time/time.ts'

/** What became of one event at a way in (W3). */
export type Accepted = { accepted: true; id: string; entry: string; reached: Durability; duplicate?: true }
export type Result = Accepted | ({ accepted: false } & Refusal)

export interface WayIn {
  log: Pick<EventLog, 'append'>
  verdictOf: VerdictOf
  clock: Pick<Clock, 'now'>
  /** When an event is told, where the time of its entry will not be to be believed (X23). */
  told?: () => EpochMs | undefined
  places: Places
  /** Source of an event that names none. */
  name: string
  /** Phones repeat what is refused: of their events time and place are judged when they are read. */
  judgedLater?: boolean
}

/** Under such sources commands and decisions are known again; nobody else may take their ids. */
const OWN = 'wangge/'
const typed = z.object({ type: envelope.shape.type })
const NO_SUCH_TYPE: Refusal = { reason: 'unknown-type', path: 'type', message: 'There is no such event type; /openapi.json has an example of each.' }

/**
 * Appends what is well formed and answers a result for each event, in order (W1–W3). Events are given as parsed JSON,
 * or as `{ refused }` where a stricter rule has found a fault already.
 * @throws LogUnavailableError if the log does not take them
 */
export async function acceptEvents(events: readonly unknown[], way: WayIn): Promise<Result[]> {
  const prepared = events.map(event => prepare(event, way))
  const appended = await appendOrReplace(way.log, prepared.flatMap(each => 'fields' in each ? [each] : []), way.verdictOf)
  let next = 0
  return prepared.map((each) => {
    const kept = 'fields' in each ? appended[next++]! : each
    if ('reason' in kept)
      return { accepted: false, reason: kept.reason, path: kept.path, message: kept.message }
    const { id: entry, outcome, reached } = kept
    return { accepted: true, id: ('fields' in each ? each.fields.id : undefined) ?? entry, entry, reached, ...(outcome === 'duplicate' && { duplicate: true as const }) }
  })
}

function prepare(event: unknown, { clock, told, places, name, judgedLater }: WayIn): Append | Refusal {
  if (event !== null && typeof event === 'object' && 'refused' in event && Object.keys(event).length === 1 && isRefusal(event.refused))
    return event.refused
  // Whatever else is wrong with it: a type that does not exist is told first.
  const named = typed.safeParse(event)
  if (named.success && !isEventType(named.data.type))
    return NO_SUCH_TYPE
  const parsed = envelope.safeParse(event)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return { reason: 'bad-envelope', path: issue.path.join('.'), message: fixFor(issue) }
  }
  const { type, time, data, source } = parsed.data
  if (source?.startsWith(OWN))
    return { reason: 'not-allowed', path: 'source', message: `Sources that begin with ${OWN} are the server's own; name yours.` }
  if (!isEventType(type))
    return NO_SUCH_TYPE
  const measured = measureJson(data)
  if ('reason' in measured)
    return measured
  const checked = EVENT_DATA[type].safeParse(data)
  if (!checked.success) {
    const issue = checked.error.issues[0]!
    return { reason: 'bad-data', path: ['data', ...issue.path].join('.'), message: fixFor(issue) }
  }
  const append = { stream: streamOf(type)!, fields: toFields(parsed.data, name, measured.text, told?.()) }
  if (judgedLater)
    return append
  const untimely = time === undefined ? undefined : places.time.atWayIn(epochOf(time), clock.now(), { stream: append.stream, source: append.fields.source! })
  return untimely ?? isOutside(type, parsed.data.subject, checked.data as Located, places) ?? append
}

function toFields({ type, subject, time, source, id, actor }: Envelope, name: string, data: string, told: EpochMs | undefined): Record<string, string> {
  return {
    type,
    subject,
    source: source ?? name,
    ...(id !== undefined && { id }),
    ...(time !== undefined && { time }),
    ...(told !== undefined && { told: new Date(told).toISOString() }),
    ...(actor !== undefined && { actor }),
    data,
  }
}

function isRefusal(value: unknown): value is Refusal {
  return value !== null && typeof value === 'object' && 'reason' in value
}
