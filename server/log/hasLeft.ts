import type { EntryId } from '../../shared/words/entryId.ts'
import type { WholeLog } from './readWhole.ts'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { archivePlan } from './archivePlan.ts'

const LAST: EntryId = '9999999999999-0'

/** Whether entries after `after` have left the log, into the archive or for good. */
export async function hasLeft({ log, dataDir }: WholeLog, stream: string, after: EntryId): Promise<boolean> {
  const bounds = await log.bounds(stream)
  return (await archivePlan({ dataDir, stream, after, before: bounds?.first ?? LAST, mark: await log.trimmed(stream) ?? FIRST_ENTRY })).length > 0
}
