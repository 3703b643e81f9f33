import type { LinkStatus } from '../link/LinkReport.ts'
import type { Frame } from '../../shared/protocol/frame.ts'
import type { Category, Subcategory } from '../../shared/words/category/category.ts'
import type { Severity } from '../../shared/words/severity.ts'
import type { StreamName } from '../../shared/words/stream.ts'

/** An event of a story. */
export interface Told { agoMs: number; stream: StreamName; type: string; subject: string; data: object }

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
  /** What a frame says of the log; a loss is told as so long ago. */
  log?: Partial<Omit<NonNullable<Frame['log']>, 'loss'>>
  loss?: { agoMs: number; times: number; missing: number }
  status?: Partial<LinkStatus>
  /** Whether the newest digest agreed; default true. */
  agrees?: boolean
  /** What came on top of it, oldest first; what of it is grave and unsigned takes the wall over. */
  told?: readonly Told[]
  /** Grid whose card is open. */
  card?: string
  /** A moment of the past is shown. */
  past?: true
}

const MINUTE_MS = 60_000
const LOST_MS = 136_000

/** An SOS, two matters of severity I and one of severity II, of which nobody has signed for any. */
const GRAVE: readonly Told[] = [
  reported('T-1', 'II', 150, '152921402003002', 'safety', 'wall-crack'),
  reported('T-2', 'I', 252, '152921216200001', 'grassland', 'grass-fire'),
  reported('T-3', 'I', 120, '152921403005002', 'safety', 'gas-leak'),
  { agoMs: 40_000, stream: 'patrol', type: 'patrol.sos', subject: 'S-TOLD', data: { grid: '152921404003002' } },
]

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
  'read-only': { picture: 'lively', log: { unwritable: true } },
  'log-lost': { picture: 'lively', loss: { agoMs: 12 * MINUTE_MS, times: 1, missing: 3 } },
  'log-lost-whole': { picture: 'lively', loss: { agoMs: 26 * 60 * MINUTE_MS, times: 1, missing: 0 } },
  'log-lost-cut': { picture: 'lively', frameMs: LOST_MS, loss: { agoMs: 12 * MINUTE_MS, times: 2, missing: 17 }, status: { state: 'waiting', attempt: 7, reason: 'lost' } },
  'clock-ahead': { picture: 'lively', log: { clock: { fault: 'server-ahead', ms: 49 * 60 * MINUTE_MS } } },
  'log-ahead': { picture: 'lively', log: { clock: { fault: 'log-ahead', ms: 37 * MINUTE_MS } } },
  'evicting': { picture: 'lively', log: { unfit: true } },
  'all-amiss': { picture: 'lively', heardMs: { 'grid-status': 200 * MINUTE_MS }, log: { unwritable: true, clock: { fault: 'server-behind', ms: 37 * MINUTE_MS } }, loss: { agoMs: 12 * MINUTE_MS, times: 3, missing: 128 } },
  'origin-refused': { picture: 'lively', frameMs: LOST_MS, status: { state: 'waiting', attempt: 7, reason: 'origin' } },
  'digest-differs': { picture: 'lively', agrees: false, status: { state: 'refetching', attempt: 1, reason: 'digest' } },
  'other-fold': { picture: 'lively', frameMs: 9000, status: { state: 'reloading', attempt: 2, reason: 'other-fold' } },
  'four-grave': { picture: 'lively', told: GRAVE, card: '152921404003002' },
  'four-grave-late': { picture: 'lively', told: GRAVE, card: '152921404003002', heardMs: { 'grid-status': 200 * MINUTE_MS } },
  'seven-grave': { picture: 'lively', told: [...GRAVE, ...['1', '3', '4'].map(n => reported(`G-${n}`, 'I', 90, `15292140300500${n}`, 'safety', 'gas-leak'))] },
  'incident-late': { picture: 'lively', told: GRAVE, heardMs: { incident: 100 * MINUTE_MS } },
  'patrol-late': { picture: 'lively', told: GRAVE, heardMs: { patrol: 100 * MINUTE_MS } },
  'all-late': { picture: 'lively', told: GRAVE, heardMs: { 'incident': 100 * MINUTE_MS, 'patrol': 100 * MINUTE_MS, 'grid-status': 200 * MINUTE_MS } },
  'withheld': { picture: 'lively', card: '152921403005002' },
  'past': { picture: 'lively', past: true },
} as const satisfies Record<string, Story>

export type StoryName = keyof typeof STORIES

function reported(subject: string, severity: Severity, agoSeconds: number, grid: string, category: Category, subcategory: Subcategory): Told {
  return { agoMs: agoSeconds * 1000, stream: 'incident', type: 'incident.reported', subject, data: { category, subcategory, severity, channel: 'app', grid } }
}
