import type { Open } from '../../../words/Words.ts'
import type { IncidentEvent } from '../../../../shared/families/incident/IncidentEvent.ts'
import type { Level } from '../../../../shared/words/level.ts'
import type { useDeskMatterWords } from '../useDeskMatterWords.ts'
import { durationMs } from '../../../../shared/words/time/durationMs.ts'
import { outside, outsideLines } from '../../../words/outside.ts'
import { epochOf } from '../../../../shared/words/time/time.ts'

/** One line of a matter's history: what it led to, and what was said. */
export interface TimelineText {
  /** What it led to; empty where its name says it all. */
  main: string
  /** Free text of the one who acted. */
  note: string
}

type Said = ReturnType<typeof useDeskMatterWords>

const KILO = 1024
const MOST_MAIN = 1000

/** What happened, in words. @param before level before it @param itemName name of a checklist's item */
export function timelineText(said: Said, event: IncidentEvent, before: Level, itemName: (item: string) => string): TimelineText {
  const { words: { value: words }, say, texts, who, what, moment, format, stageOf } = said
  const { timeline, reason, report } = words
  const level = (name: Level) => texts.value.incident.level[name]
  const until = (instant: string, text: Open<'at'>) => say(text, { at: moment(epochOf(instant)) })
  const join = (...parts: (string | false | undefined)[]) => parts.flatMap(part => part ? outside(part) : []).join(' · ')
  const late = ({ fellDue }: { fellDue?: string | undefined }) => fellDue && until(fellDue, timeline.fellDue)
  const line = (main: string, note = ''): TimelineText => ({ main: outside(main, MOST_MAIN), note: outsideLines(note) })

  switch (event.type) {
    case 'incident.reported': return line(join(event.data.title ?? what(event.data), texts.value.incident.severity[event.data.severity], texts.value.incident.channel[event.data.channel], event.data.placeName, event.data.address), event.data.description)
    case 'incident.accepted': return line(event.data.unit ?? '', event.data.note)
    case 'incident.acknowledged': return line(join(event.data.unit, event.data.for && say(timeline.signedFor, { who: who(event.data.for) }), event.data.word && say(timeline.word, { word: event.data.word })), event.data.note)
    case 'incident.dispatched': return line(join(say(timeline.toUnit, { who: join(event.data.unit, event.data.assignee !== undefined && who(event.data.assignee)) }), event.data.level && level(event.data.level)), event.data.note)
    case 'incident.rejected':
    case 'incident.rework':
    case 'incident.reopened': return line(reason[event.data.reason], event.data.note)
    case 'incident.returned': return line(join(event.data.unit, reason[event.data.reason]), event.data.note)
    case 'incident.extended': return line(join(say(timeline.by, { duration: format.duration(durationMs(event.data.by)) }), event.data.authority && say(timeline.authority, { authority: event.data.authority })), event.data.note)
    case 'incident.parked': return line(join(reason[event.data.reason], event.data.authority && say(timeline.authority, { authority: event.data.authority }), event.data.until && until(event.data.until, timeline.until)), event.data.note)
    case 'incident.resumed': return line(event.data.to ? say(timeline.goesOn, { stage: stageOf(event.data.to) }) : '', event.data.note)
    case 'incident.handling':
    case 'incident.feedback':
    case 'incident.checking': return line('', event.data.note)
    case 'incident.closed': return line(event.data.level ? say(timeline.level, { level: level(event.data.level) }) : '', event.data.note)
    case 'incident.evaluated': return line(event.data.satisfied ? timeline.satisfied : timeline.unsatisfied, event.data.note)
    case 'incident.merged': return line(say(timeline.into, { into: event.data.into }), event.data.note)
    case 'incident.unmerged': return line('', event.data.note)
    case 'incident.parted': return line(say(timeline.parted, { from: event.data.from }))
    case 'incident.revealed': return line(say(timeline.revealed, { fields: event.data.fields.map(field => timeline.field[field]).join(' · ') }), event.data.why)
    case 'incident.recalled': return line(timeline.recalled)
    case 'incident.joined': return line(say(timeline.from, { from: event.data.from }))
    case 'incident.escalated': return line(join(say(timeline.to, { from: level(before), to: level(event.data.to) }), reason[event.data.reason], late(event.data), event.data.passed && say(timeline.passed, { levels: event.data.passed.map(level).join(' ') })), event.data.note)
    case 'incident.sent-down': return line(join(say(timeline.to, { from: level(before), to: level(event.data.to) }), reason[event.data.reason]), event.data.note)
    case 'incident.supervised': return line(join(event.data.card && texts.value.incident.card[event.data.card], event.data.reason && reason[event.data.reason], event.data.due && until(event.data.due, timeline.due), late(event.data)), event.data.note)
    case 'incident.commented': return line('', event.data.text)
    case 'incident.warned': return line(join(say(timeline.warned, { clock: words.limit[event.data.clock] }), late(event.data)))
    case 'incident.call-passed': return line(join(say(timeline.called, { who: event.data.seat === undefined ? event.data.to === 'lead' ? timeline.lead : timeline.nextOnDuty : who(event.data.seat) }), late(event.data)))
    case 'incident.ruled': return line(reason[event.data.ruling], event.data.note)
    case 'incident.whistled': return line(join(...event.data.units), event.data.note)
    case 'incident.unit-arrived': return line(event.data.unit, event.data.note)
    case 'incident.led': return line(event.data.unit)
    case 'incident.reclassified': return line(join(event.data.category && texts.value.category.of[event.data.category], event.data.subcategory && texts.value.category.sub[event.data.subcategory], event.data.severity && texts.value.incident.severity[event.data.severity]), event.data.note)
    case 'incident.report-sent': return line(say(timeline.report, { number: event.data.number, kind: report[event.data.kind], by: report[event.data.by], to: event.data.to }), event.data.text)
    case 'incident.report-received': return line(say(timeline.received, { number: event.data.number, by: event.data.by ?? '' }), event.data.note)
    case 'incident.ticked': return line(say(event.data.done ? timeline.ticked : timeline.unticked, { item: itemName(event.data.item) }))
    case 'incident.attached': return line(say(timeline.file, { kind: event.data.mediaType === 'application/pdf' ? words.files.pdf : words.files.image, size: `${Math.ceil(event.data.bytes / KILO)} KB` }), event.data.note)
  }
}
