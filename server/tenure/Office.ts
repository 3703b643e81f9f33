import type { Term } from './Term.ts'

/** What one server of all on a log does for it, while it holds the lease that the office belongs to. */
export interface Office {
  /** The lease is this server's from now on. What the office writes carries the term's fence. */
  take: (term: Term) => void
  /** Looked at each turn while the term lasts. */
  turn?: () => void
  /** The term is over: another has the lease, or it may have run out. */
  leave?: () => void
}
