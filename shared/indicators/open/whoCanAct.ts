import type { Shift } from '../../domain/district/staffFile.ts'
import type { Incident } from '../../families/incident/Incident.ts'
import type { State } from '../../state/State.ts'
import type { GridCode } from '../../words/regionCode.ts'
import type { Post } from '../../words/post.ts'
import type { EpochMs } from '../../words/time/time.ts'
import { presenceOf } from '../../state/presenceOf.ts'
import { regionAt } from '../../words/regionCode.ts'
import { metresBetween } from '../../families/incident/reading/likelyDuplicates.ts'
import { openIncidents } from './openIncidents.ts'

/** A position older than this does not say where somebody is. */
const FIX_OLD_MS = 10 * 60_000
/** A matter in hand weighs as much as so much way. */
const METRES_A_MATTER = 500
/** Who is not seen stands for so far away: in the matter's grid, and in another. */
const UNSEEN_METRES = { own: 1000, other: 3000 }
const NEIGHBOURS_SHOWN = 3
const HELPERS_SHOWN = 3

/** Somebody of the roster. */
export interface Rostered {
  id: string
  post: Post
  grid: GridCode
  shifts: readonly Shift[]
}

export interface CanAct {
  id: string
  post: Post
  grid: GridCode
  /** `duty`: came on duty; `shift`: the roster has them on shift; `call`: without shifts, may be asked; `off`: off shift. */
  presence: 'duty' | 'shift' | 'call' | 'off'
  /** When they are on shift next; of who is off. Infinity for never. */
  nextAt?: EpochMs
  /** How far from the matter, m; undefined where one of the two places is not known. */
  metres: number | undefined
  /** When that position was measured; 0 for none. */
  fixAt: EpochMs
  /** Open matters in hand. */
  open: number
}

export interface WhoCanAct {
  /** Those who can come first, by way and matters in hand; then who may be asked; then who is off. */
  people: CanAct[]
  /** Helpers of the grid who are not listed. */
  more: number
  suggested: string | undefined
  /** Earliest shift in the grid, where nobody can come now; Infinity for never. */
  nobodyUntil: EpochMs | undefined
}

export interface WhoFacts {
  staff: readonly Rostered[]
  positions: Pick<ReadonlyMap<string, { lng: number; lat: number; at: EpochMs }>, 'get'>
}

/**
 * 可派的人: who can act on a matter (M5). The staff of its grid, and the leaders and full-time workers of its community who are on
 * shift. Suggested is a leader or full-time worker on duty for whom way (m) + {@link METRES_A_MATTER} × matters in hand is least: it
 * orders a way to a place, never people. Window: this moment. Source: the roster, all three streams.
 */
export function whoCanAct(state: State, incident: Incident, now: EpochMs, { staff, positions }: WhoFacts): WhoCanAct {
  const grid = state.basis.grids[incident.grid]!
  const community = regionAt(grid, 'community')
  const near = staff.filter(each => each.grid === grid || (each.grid.startsWith(community) && isWorker(each.post)))
  const open = inHand(state, grid, new Set(near.map(({ id }) => id)))
  const all = near.map((each): CanAct => {
    const { presence, nextAt } = presenceOf(state, each, now)
    const fix = positions.get(each.id)
    return {
      id: each.id,
      post: each.post,
      grid: each.grid,
      presence,
      ...(nextAt !== undefined && { nextAt }),
      metres: fix && incident.place && metresBetween(fix, incident.place),
      fixAt: fix?.at ?? 0,
      open: open.get(each.id) ?? 0,
    }
  })
  const isHere = (each: CanAct) => each.presence === 'duty' || each.presence === 'shift'
  const own = all.filter(each => each.grid === grid)
  const weight = (each: CanAct) => ((isFresh(each, now) ? each.metres : undefined) ?? UNSEEN_METRES[each.grid === grid ? 'own' : 'other']) + each.open * METRES_A_MATTER
  const byWeight = (a: CanAct, b: CanAct) => weight(a) - weight(b) || (a.id < b.id ? -1 : 1)
  const neighbours = all.filter(each => each.grid !== grid && isHere(each)).sort(byWeight).slice(0, NEIGHBOURS_SHOWN)
  const can = [...own.filter(each => isHere(each) && isWorker(each.post)), ...neighbours].sort(byWeight)
  const helpers = own.filter(each => !isWorker(each.post))
  const off = own.filter(each => isWorker(each.post) && !isHere(each))
  return {
    people: [...can, ...helpers.slice(0, HELPERS_SHOWN), ...off],
    more: Math.max(0, helpers.length - HELPERS_SHOWN),
    suggested: can[0]?.id,
    nobodyUntil: can.length > 0 ? undefined : Math.min(Infinity, ...off.map(({ nextAt }) => nextAt ?? Infinity)),
  }
}

/** Whether a position still says where somebody is. */
export function isFresh({ fixAt }: Pick<CanAct, 'fixAt'>, now: EpochMs): boolean {
  return fixAt > 0 && now - fixAt <= FIX_OLD_MS
}

function isWorker(post: Post): boolean {
  return post === 'gridLeader' || post === 'gridWorker'
}

function inHand(state: State, grid: GridCode, people: ReadonlySet<string>): Map<string, number> {
  const count = new Map<string, number>()
  for (const { assignee } of openIncidents(state, regionAt(grid, 'community'))) {
    if (assignee !== undefined && people.has(assignee))
      count.set(assignee, (count.get(assignee) ?? 0) + 1)
  }
  return count
}
