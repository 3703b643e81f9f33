import type { WanggeEvent } from '../events/event.ts'
import type { EventType } from '../events/eventTypes.ts'
import type { Audience } from './Audience.ts'
import { EVENT_DATA, EVENT_TYPES } from '../events/eventTypes.ts'
import { aliasOf, publicId } from '../words/alias.ts'
import { fieldRedactor } from './fieldRedactor.ts'

type Redactor = (data: Record<string, unknown>) => Record<string, unknown>

const redactors: Record<Audience, Map<EventType, Redactor>> = { screen: compile('screen'), desk: compile('desk') }

/** What of an event an audience may see. Laws: of a redacted event redaction changes nothing; redact, then fold = fold, then redact. */
export function redactEvent(event: WanggeEvent, audience: Audience): WanggeEvent {
  const data = redactors[audience].get(event.type)!(event.data)
  if (audience === 'desk')
    return { ...event, data } as WanggeEvent
  const { stream, entry, type, time } = event
  // The producer's own id and source are free text: to a screen the entry is identity enough.
  return { stream, entry, type, time, source: 'wangge', id: entry, subject: screenSubject(event), data } as WanggeEvent
}

function screenSubject({ stream, subject }: WanggeEvent): string {
  switch (stream) {
    case 'incident': return publicId(subject)
    case 'patrol': return aliasOf(subject)
    case 'grid-status': return subject
  }
}

function compile(audience: Audience): Map<EventType, Redactor> {
  return new Map(EVENT_TYPES.map(type => [type, fieldRedactor(EVENT_DATA[type], audience)]))
}
