import type { EntryId } from '../../words/entryId.ts'
import type { Post } from '../../words/post.ts'
import type { GridIndex } from '../../kernel/GridIndex.ts'

export interface OnDuty {
  post: Post
  /** Epoch ms. */
  since: number
  /** The one by which the worker came on duty: what this is known by in a digest. */
  entry: EntryId
}

export interface Device {
  health: 'ok' | 'low-battery' | 'offline'
  at: number
  /** The last about it: what this is known by in a digest. */
  entry: EntryId
}

/** What is known of one grid's status; times are epoch ms, 0 for never. */
export interface GridStatus {
  /** Who is on duty, by worker id (or alias). */
  onDuty: Map<string, OnDuty>
  /** When somebody last came on or went off duty. */
  dutyAt: number
  mode: 'opened' | 'controlled' | 'closed'
  modeAt: number
  risk: 'low' | 'medium' | 'high'
  riskAt: number
  /** As last counted; undefined while the data set's own count stands. */
  counted?: { households: number; residents: number; at: number }
  /** Special groups as counts, by group; a screen has known groups alone, and −1 where a count is withheld. */
  special?: Record<string, number>
  devices: Map<string, Device>
}

/** Folded from the stream `grid-status` alone, one record a grid. */
export type GridStatusSlice = readonly GridStatus[]

export function emptyGridStatusSlice(index: GridIndex): GridStatusSlice {
  return index.grids.map(() => ({
    onDuty: new Map(),
    dutyAt: 0,
    mode: 'opened',
    modeAt: 0,
    risk: 'low',
    riskAt: 0,
    devices: new Map(),
  }))
}
