import type { EntryId } from '../../shared/words/entryId.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { EntryHash } from '../log/entryHash.ts'
import type { EventLog, Fence, Fields } from '../log/EventLog.ts'
import { z } from 'zod'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { entryHash } from '../log/entryHash.ts'

const STREAM = 'webhooks'
const SUBJECT = 'cursors'

const entryId = z.string().regex(/^\d{1,16}-\d{1,20}$/).optional()
const kept = z.record(z.string(), z.record(z.string(), entryId)).catch({})

/** Last entry of each stream that a target has been told of. */
export type Told = Partial<Record<StreamName, EntryId>>

/** How far each target has been told, kept in the log itself (one entry, written anew): whichever server sends next goes on from there. */
export class Cursors {
  private at: EntryId = FIRST_ENTRY
  /** Hash of the entry there. */
  private stands: EntryHash | undefined

  constructor(private readonly log: Pick<EventLog, 'range' | 'bounds' | 'appendFenced' | 'trim'>) {}

  /** What is kept, by target; for one who has just got the lease. */
  async load(): Promise<Readonly<Record<string, Told>>> {
    const { last } = await this.log.bounds(STREAM) ?? {}
    const [entry] = last === undefined ? [] : await this.log.range(STREAM, last, last, 1)
    this.at = entry?.id ?? FIRST_ENTRY
    this.stands = entry && entryHash(entry.fields)
    if (!entry)
      return {}
    return kept.parse(JSON.parse(entry.fields.cursors ?? '{}'))
  }

  /**
   * False if another server sends by now; nothing was kept then.
   * @throws LogWentBackError if what was kept last does not stand any more: how far was told may be said of entries that are lost, too
   */
  async keep(told: Readonly<Record<string, Told>>, fence: Fence): Promise<boolean> {
    const fields: Fields = { subject: SUBJECT, cursors: JSON.stringify(told) }
    const answer = await this.log.appendFenced({
      entries: [{ stream: STREAM, fields }],
      guard: { stream: STREAM, subject: SUBJECT, after: this.at, ...(this.stands !== undefined && { stands: this.stands }) },
    }, fence)
    if (!Array.isArray(answer))
      return false
    this.at = answer[0]!.id
    this.stands = entryHash(fields)
    return typeof await this.log.trim(STREAM, this.at, fence) === 'number'
  }
}
