import type { EventLog, Fence } from '../../server/log/EventLog.ts'
import { systemClock } from '../../server/clock.ts'
import { Term } from '../../server/tenure/Term.ts'

const FOR_EVER_MS = 1e12

/** A fence under a lease of its own, which no time ends. */
export async function heldFence(log: Pick<EventLog, 'acquireLease'>, lease = 'test'): Promise<Fence> {
  const held = await log.acquireLease(lease, 'test', FOR_EVER_MS)
  if (!held)
    throw new Error(`another holds the lease ${lease}`)
  return { lease, token: held.token }
}

/** A term in office on such a lease. */
export async function heldTerm(log: Pick<EventLog, 'acquireLease'>): Promise<Term> {
  return new Term(await heldFence(log), Infinity, systemClock, () => {})
}
