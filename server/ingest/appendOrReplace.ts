import type { Refusal } from '../../shared/events/refusal.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { Append, Appended, EventLog } from '../log/EventLog.ts'

/** What became of an entry that stands in the log: it may be judged again where it was rejected as unlawful and that may be otherwise by now. */
export type Verdict = { outcome: 'stands' } | { outcome: 'judge-again' } | { outcome: 'rejected', refusal: Refusal }
export type VerdictOf = (stream: string, entry: EntryId) => Promise<Verdict>

/**
 * Appends, in order, and waits for as much as the log offers (L25). What stands in the log already under its identity, but was rejected as unlawful because it came too early, is appended anew and
 * judged again where anything has changed since, and answered as rejected where nothing has (W26): whoever sends it again would else be told for ever that it is kept, while it has no effect.
 * @throws LogUnavailableError
 */
export async function appendOrReplace(log: Pick<EventLog, 'append'>, entries: readonly Append[], verdictOf: VerdictOf): Promise<(Appended | Refusal)[]> {
  const appended = await log.append(entries, 'replicated')
  const verdicts = await Promise.all(appended.map(async ({ outcome, id }, i) => outcome === 'duplicate' ? await verdictOf(entries[i]!.stream, id) : undefined))
  const anew = appended.flatMap(({ id }, i) => verdicts[i]?.outcome === 'judge-again' ? [{ ...entries[i]!, instead: id }] : [])
  const replaced = anew.length === 0 ? [] : await log.append(anew, 'replicated')
  let next = 0
  return appended.map((first, i) => {
    const verdict = verdicts[i]
    return verdict?.outcome === 'judge-again' ? replaced[next++]! : verdict?.outcome === 'rejected' ? verdict.refusal : first
  })
}
