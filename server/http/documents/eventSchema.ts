import type { EventType } from '../../../shared/state/eventTypes.ts'
import { z } from 'zod'
import { envelope } from '../../../shared/events/envelope.ts'
import { EVENT_DATA, EVENT_TYPES } from '../../../shared/state/eventTypes.ts'
import { EXAMPLES } from '../../../shared/state/examples.ts'

/** `grid-status.duty.on` → `GridStatusDutyOn`. */
export function nameOf(type: EventType): string {
  return type.split(/[.-]/).map(part => part[0]!.toUpperCase() + part.slice(1)).join('')
}

/** An event of each type as a producer sends it, under a name of its own. */
export const eventSchemas = new Map(EVENT_TYPES.map(type => [type, envelope
  .extend({ type: z.literal(type), data: EVENT_DATA[type] })
  .meta({ id: nameOf(type), description: `Event ${type}` })]))

/** A lawful example of a type as it is posted. */
export function exampleOf(type: EventType): { type: EventType; subject: string; data: Record<string, unknown> } {
  return { type, ...EXAMPLES[type] }
}
