import type { EventSchemas } from '../events/EventOf.ts'
import type { Family } from '../kernel/Family.ts'
import type { StreamName } from '../words/stream.ts'
import type { Families } from './families.ts'
import { FAMILIES } from './families.ts'

/** A family whose slice is not known by type: whoever holds it hands it back only what is its own. */
type AnyFamily = Family<StreamName, Families[StreamName]['key'], object, object, EventSchemas>

/**
 * The family of a stream, to do the same with each. The one place where the types of slices are let go: a state holds under each
 * family's key its own slice, and a snapshot its own part.
 */
export function familyOf(stream: StreamName): AnyFamily {
  return FAMILIES[stream] as unknown as AnyFamily
}
