import type { StreamName } from '../../../shared/words/stream.ts'

/** What changed between two publications; the one thing that widgets, charts and map are driven by. */
export interface Publication {
  /** Another state altogether: all that is shown must be drawn anew. */
  whole: boolean
  streams: ReadonlySet<StreamName>
  /** Indices into `state.basis.grids`. */
  grids: ReadonlySet<number>
  /** Ids of incidents that came or changed. */
  incidents: ReadonlySet<string>
  /** The counters by hour changed. */
  hours: boolean
  /** Workers whose position came, moved or went. */
  workers: ReadonlySet<string>
  /** When each of the events in it reached the log, epoch ms. */
  entries: readonly number[]
}

/** A publication that is still being gathered. */
export class Gathering implements Publication {
  whole = false
  readonly streams = new Set<StreamName>()
  readonly grids = new Set<number>()
  readonly incidents = new Set<string>()
  hours = false
  readonly workers = new Set<string>()
  readonly entries: number[] = []
}

/** Entries remembered of one publication; beyond it their latency is not measured. */
const ENTRIES_KEPT = 4096

/** Unites a later publication into an earlier one that was not used yet. */
export function unite(into: Gathering, later: Publication): void {
  into.whole ||= later.whole
  into.hours ||= later.hours
  for (const stream of later.streams)
    into.streams.add(stream)
  for (const grid of later.grids)
    into.grids.add(grid)
  for (const incident of later.incidents)
    into.incidents.add(incident)
  for (const worker of later.workers)
    into.workers.add(worker)
  if (into.entries.length < ENTRIES_KEPT)
    into.entries.push(...later.entries)
}
