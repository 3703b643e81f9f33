import type { EventOf, EventSchemas } from '../events/EventOf.ts'
import type { Refusal } from '../events/refusal.ts'
import type { Audience } from '../words/Audience.ts'
import type { AliasOf } from '../words/publicId.ts'
import type { GridCode, RegionCode } from '../words/regionCode.ts'
import type { StreamName } from '../words/stream.ts'
import type { EpochMs } from '../words/time/time.ts'
import type { Folded } from './Folded.ts'
import type { Ground } from './Ground.ts'
import type { Located } from './Located.ts'
import type { Placer } from './Placer.ts'

/** The ground with one slice on it: all that the fold of a stream may see (law 1). */
export type Grounded<K extends string, Slice> = Ground & { readonly [P in K]: Slice }

/**
 * All that a stream is besides the schemas of its events: the slice that is folded from them, and how that travels. Whatever has a place for each stream
 * is made from these; nothing here may be left out, so a stream that is not whole does not compile.
 */
export interface Family<S extends StreamName, K extends string, Slice extends object, Part, E extends EventSchemas> {
  /** Name of its slice in state and snapshot. */
  readonly key: K
  /** The slice before the first event. */
  readonly empty: (ground: Ground) => Slice
  /** Applies one event to the slice, in place. Never throws on data; O(1). */
  readonly fold: (ground: Grounded<K, Slice>, event: EventOf<S, E>) => Folded
  /** The slice as plain JSON; equal slices give equal parts. `bare` leaves out a list that whoever asks writes apart. */
  readonly write: (ground: Grounded<K, Slice>, bare: boolean) => Part
  /** Fills an empty slice and its share of the digest. The part is not kept nor changed. */
  readonly read: (ground: Grounded<K, Slice>, part: Part) => void
  /** What of a part lies in a region; `grids` says it of each grid of the whole. */
  readonly within: (part: Part, region: RegionCode, grids: readonly boolean[]) => Part
  /** What of a part each audience may see; positions travel beside it, so none has them. The part is not changed. */
  readonly redact: Readonly<Record<Audience, (part: Part, aliasOf: AliasOf) => Part>>
  /** An event's subject as a screen may know it. */
  readonly screenSubject: (subject: string, aliasOf: AliasOf) => string
  /** Puts a freshly decoded event into its grid, in place; answers why it cannot be placed, if so. */
  readonly place: (event: EventOf<S, E>, placer: Placer) => Refusal | undefined
  /** Why an event that comes in lies outside the district, if it does; told at once, so that its sender can correct it. */
  readonly isOutside: (type: keyof E & string, subject: string, data: Located, placer: Placer) => Refusal | undefined
  /** Where a folded event happened; undefined where that is not known. */
  readonly gridOf: (ground: Grounded<K, Slice>, event: EventOf<S, E>) => GridCode | undefined
  /** When the newest of what the slice holds happened, epoch ms; 0 for never. */
  readonly newestAt: (slice: Slice) => EpochMs
}
