import type { IncidentEvent } from '../IncidentEvent.ts'
import type { IncidentData } from '../IncidentEvent.ts'
import type { Incident } from '../Incident.ts'
import { assertNever } from '../../../words/assertNever.ts'
import { TICKS_KEPT, UNITS_KEPT } from '../Incident.ts'

type NoteType = 'revealed' | 'warned' | 'call-passed' | 'whistled' | 'unit-arrived' | 'led' | 'report-sent' | 'report-received' | 'ticked' | 'attached'

/** A happening that leaves the stage, the level and the limit of a matter as they are. Lists stay within their bounds. */
export type Note = Extract<IncidentEvent, { type: `incident.${NoteType}` }>

/** Writes a note down. What only the desk sees is absent in a screen's events. */
export function note(incident: Incident, event: Note, at: number): void {
  switch (event.type) {
    case 'incident.warned':
      incident[event.data.clock === 'acknowledge' ? 'callWarnedAt' : 'warnedAt'] = at
      return
    case 'incident.call-passed':
      incident.calls++
      incident.calledAt = at
      incident.callParkedMs = 0
      incident.calledTo = event.data.to
      return
    case 'incident.whistled':
      incident.whistledAt = at
      callUnits(incident, event.data.units)
      return
    case 'incident.unit-arrived':
      incident.arrived++
      arrive(incident, event.data.unit, at)
      return
    case 'incident.led':
      incident.led = true
      incident.leadUnit = event.data.unit
      return
    case 'incident.report-sent':
      reportSent(incident, event.data, at)
      return
    case 'incident.report-received':
      incident.reportReceived = Math.max(incident.reportReceived, event.data.number)
      return
    case 'incident.ticked':
      tick(incident, event.data.item, event.data.done)
      return
    case 'incident.revealed':
      reveal(incident, event, at)
      return
    case 'incident.attached':
      incident.attached++
      attach(incident, event.data)
      return
    default:
      assertNever(event)
  }
}

function reveal(incident: Incident, { actor, data }: Extract<Note, { type: 'incident.revealed' }>, at: number): void {
  // A screen hears of it as of something that is none of its own.
  if (data.why !== undefined)
    incident.revealed = { ...(actor !== undefined && { by: actor }), at, times: (incident.revealed?.times ?? 0) + 1 }
}

function callUnits(incident: Incident, names: readonly string[] | undefined): void {
  // A screen hears that units were called, not which.
  if (names === undefined)
    return
  const units = incident.units ??= []
  for (const unit of names) {
    if (units.length < UNITS_KEPT && !units.some(each => each.unit === unit))
      units.push({ unit, at: 0 })
  }
}

function arrive(incident: Incident, unit: string | undefined, at: number): void {
  const called = incident.units?.find(each => each.unit === unit)
  if (called)
    called.at = at
}

function reportSent(incident: Incident, { number, kind, by }: IncidentData<'incident.report-sent'>, at: number): void {
  incident.reports = number
  incident.reportKind = kind
  incident.reportAt = at
  if (by === 'phone')
    incident.phonedAt ||= at
  else
    incident.writtenAt ||= at
}

function tick(incident: Incident, item: string | undefined, done: boolean | undefined): void {
  if (item === undefined)
    return
  const others = incident.ticked?.filter(each => each !== item) ?? []
  incident.ticked = done && others.length < TICKS_KEPT ? [...others, item] : others
}

function attach(incident: Incident, { attachment, mediaType, bytes }: Partial<IncidentData<'incident.attached'>>): void {
  if (attachment !== undefined && mediaType !== undefined && bytes !== undefined)
    (incident.attachments ??= []).push({ id: attachment, mediaType, bytes })
}
