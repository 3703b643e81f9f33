import type { Loss } from '../../shared/protocol/desk/loss.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Memory } from './memoryFile.ts'

/** What may be gone of a log since it was last seen. */
export interface LookedBack {
  /** Ids of the matters that were open then. */
  open: readonly string[]
  /** Entries are gone, whether or not a matter went with them. */
  certain: boolean
  /** Losses that were told then and that nobody had signed for. */
  losses: readonly Loss[]
}

/**
 * Holds the log against what this server last saw of it, before anything of it is read (T17). Where that does not stand, under an epoch that was seen, a
 * new epoch begins: ids may be given a second time. Undefined if the log is the one that was left, or went on from there.
 * @throws LogUnavailableError
 */
export async function lookBack(log: Pick<EventLog, 'home' | 'epoch' | 'renewEpoch' | 'holds'>, { epochs, last, stands, open, losses }: Memory): Promise<LookedBack | undefined> {
  const epoch = await log.epoch()
  const gone = !await log.holds(last, stands)
  // Another server that noticed first has begun one that was not seen here: then it is the same loss.
  if (epochs.includes(epoch) && (gone || epoch !== epochs.at(-1)))
    await log.renewEpoch(epoch)
  if (gone)
    return { open, certain: true, losses }
  // A log of one process is another one only where it was rescued or restored: its last entry may stand and others be gone.
  return log.home === 'embedded' && !epochs.includes(epoch) ? { open, certain: false, losses } : undefined
}
