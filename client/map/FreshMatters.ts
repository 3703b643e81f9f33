import type { State } from '../../shared/state/State.ts'
import { openIncidents } from '../../shared/indicators/open/openIncidents.ts'

/** Knows which open matters were not there the last time it looked. */
export class FreshMatters {
  private known: ReadonlySet<string> | undefined

  /** Ids of those that came since the last call; none at the first, nor when the `whole` state is another. */
  take(state: State, whole: boolean): ReadonlySet<string> {
    const open = new Set<string>()
    const fresh = new Set<string>()
    for (const { id } of openIncidents(state, state.basis.region)) {
      open.add(id)
      if (this.known && !whole && !this.known.has(id))
        fresh.add(id)
    }
    this.known = open
    return fresh
  }
}
