import type { WanggeEvent } from '../state/event.ts'
import type { EventType } from '../state/eventTypes.ts'
import type { AliasOf } from '../words/publicId.ts'
import type { Audience } from '../words/Audience.ts'
import { familyOf } from '../state/familyOf.ts'
import { EVENT_DATA, EVENT_TYPES } from '../state/eventTypes.ts'
import { fieldRedactor } from './fieldRedactor.ts'

type Redactor = (data: Record<string, unknown>, aliasOf: AliasOf) => Record<string, unknown>

const redactors: Record<Audience, Map<EventType, Redactor>> = { screen: compile('screen'), desk: compile('desk') }

/** What of an event the desk may see; nothing in it needs a stand-in. */
export function redactEvent(event: WanggeEvent, audience: 'desk'): WanggeEvent
/** What of an event an audience may see. Laws: of a redacted event redaction changes nothing; redact, then fold = fold, then redact. */
export function redactEvent(event: WanggeEvent, audience: Audience, aliasOf: AliasOf): WanggeEvent
export function redactEvent(event: WanggeEvent, audience: Audience, aliasOf: AliasOf = String): WanggeEvent {
  const data = redactors[audience].get(event.type)!(event.data, aliasOf)
  if (audience === 'desk')
    return { ...event, data } as WanggeEvent
  const { stream, entry, type, time } = event
  // The producer's own id and source are free text: to a screen the entry is identity enough.
  return { stream, entry, type, time, source: 'wangge', id: entry, subject: familyOf(stream).screenSubject(event.subject, aliasOf), data } as WanggeEvent
}

function compile(audience: Audience): Map<EventType, Redactor> {
  return new Map(EVENT_TYPES.map(type => [type, fieldRedactor(EVENT_DATA[type], audience)]))
}
