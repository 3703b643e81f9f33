import type { EntryId } from '../../shared/words/entryId.ts'
import type { Append, Appended, EventLog } from '../log/EventLog.ts'

/** Whether an entry was rejected as unlawful: it stands in the log, but had no effect. */
export type WasUnlawful = (stream: string, entry: EntryId) => Promise<boolean>

/**
 * Appends, in order, and waits for as much as the log offers (L25). What stands in the log already under its identity, but was rejected as unlawful because it came too early, is appended anew and
 * judged again (W26): whoever sends it again would else be told for ever that it is kept, while it has no effect.
 * @throws LogUnavailableError
 */
export async function appendOrReplace(log: Pick<EventLog, 'append'>, entries: readonly Append[], wasUnlawful: WasUnlawful): Promise<Appended[]> {
  const appended = await log.append(entries, 'replicated')
  const again = await Promise.all(appended.map(async ({ outcome, id }, i) => outcome === 'duplicate' && await wasUnlawful(entries[i]!.stream, id)))
  const anew = appended.flatMap(({ id }, i) => again[i] ? [{ ...entries[i]!, instead: id }] : [])
  if (anew.length === 0)
    return appended
  const replaced = await log.append(anew, 'replicated')
  let next = 0
  return appended.map((first, i) => again[i] ? replaced[next++]! : first)
}
