import type { LinkStatus } from '../../link/LinkReport.ts'
import type { StreamName } from '../../../shared/words/stream.ts'

/** A state of the wall, as what its stores have been told. Milliseconds are before now. */
export interface Story {
  /** Nothing is known of the district yet. */
  bare?: true
  /** What was folded: a lively day, or a log without entries; absent: nothing has come. */
  picture?: 'lively' | 'empty'
  /** When each stream was last heard; default two seconds ago. */
  heardMs?: Partial<Record<StreamName, number>>
  /** So long after the newest of what was folded. */
  laterMs?: number
  /** When the last frame came. */
  frameMs?: number
  log?: { up: boolean; lagMs: number; full?: boolean }
  status?: Partial<LinkStatus>
  /** Whether the newest digest agreed; default true. */
  agrees?: boolean
  /** Grid whose card is open. */
  card?: string
  /** A moment of the past is shown. */
  past?: true
}

const MINUTE_MS = 60_000
const LOST_MS = 136_000

/** Every state that LOOKS 9 names, and what leads to it. */
export const STORIES = {
  'first-paint': { bare: true },
  'loading': {},
  'live': { picture: 'lively' },
  'empty': { picture: 'empty', heardMs: { 'incident': 2000, 'patrol': 2000, 'grid-status': 2000 } },
  'quiet': { picture: 'lively', heardMs: { incident: 3000 }, laterMs: 28 * MINUTE_MS },
  'stale': { picture: 'lively', heardMs: { 'grid-status': 200 * MINUTE_MS } },
  'link-lost': { picture: 'lively', frameMs: LOST_MS, status: { state: 'waiting', attempt: 7, reason: 'lost' } },
  'server-gone': { status: { state: 'waiting', attempt: 3, reason: 'unreachable' } },
  'log-down': { picture: 'lively', frameMs: LOST_MS, log: { up: false, lagMs: LOST_MS } },
  'disk-full': { picture: 'lively', log: { up: true, lagMs: 0, full: true } },
  'digest-differs': { picture: 'lively', agrees: false, status: { state: 'refetching', attempt: 1, reason: 'digest' } },
  'other-fold': { picture: 'lively', frameMs: 9000, status: { state: 'reloading', attempt: 2, reason: 'other-fold' } },
  'withheld': { picture: 'lively', card: '152921403005002' },
  'past': { picture: 'lively', past: true },
} as const satisfies Record<string, Story>

export type StoryName = keyof typeof STORIES
