import type { EventSchemas } from './EventOf.ts'
import type { Example } from './Example.ts'

/** What a family says of its events. Apart from the rest of it: a screen folds events and needs no schema of them. */
export interface FamilyEvents {
  /** Schema of the data of each event type. */
  readonly events: EventSchemas
  /** A lawful example of each; grid, worker and building are of the demo district, whose people are invented. */
  readonly examples: Readonly<Record<string, Example>>
}
