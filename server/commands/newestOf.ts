import type { IncidentEntries } from '../projection/matters/IncidentEntries.ts'

/** Of each kind; comments never push out a move, and the report stays whatever comes. */
const MOST = 300

/** What is told of a matter first, most wanted first: its report, its newest moves, its newest comments. */
export function newestOf(entries: IncidentEntries): number[] {
  const moves: number[] = []
  const comments: number[] = []
  for (let i = entries.length - 1; i > 0 && (moves.length < MOST - 1 || comments.length < MOST); i--) {
    const kind = entries.isComment(i) ? comments : moves
    if (kind.length < (kind === moves ? MOST - 1 : MOST))
      kind.push(i)
  }
  return entries.length === 0 ? [] : [0, ...moves, ...comments]
}
