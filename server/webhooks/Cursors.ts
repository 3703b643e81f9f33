import type { EntryId } from '../../shared/words/entryId.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { EventLog, Fence } from '../log/EventLog.ts'
import { z } from 'zod'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'

const STREAM = 'webhooks'
const SUBJECT = 'cursors'

const entryId = z.string().regex(/^\d{1,16}-\d{1,20}$/).optional()
const kept = z.record(z.string(), z.object({ 'incident': entryId, 'patrol': entryId, 'grid-status': entryId })).catch({})

/** Last entry of each stream that a target has been told of. */
export type Told = Partial<Record<StreamName, EntryId>>

/** How far each target has been told, kept in the log itself (one entry, written anew): whichever server sends next goes on from there. */
export class Cursors {
  private at: EntryId = FIRST_ENTRY

  constructor(private readonly log: Pick<EventLog, 'range' | 'bounds' | 'appendFenced' | 'trim'>) {}

  /** What is kept, by target; for one who has just got the lease. */
  async load(): Promise<Readonly<Record<string, Told>>> {
    const { last } = await this.log.bounds(STREAM) ?? {}
    const [entry] = last === undefined ? [] : await this.log.range(STREAM, last, last, 1)
    if (!entry)
      return {}
    this.at = entry.id
    return kept.parse(JSON.parse(entry.fields.cursors ?? '{}'))
  }

  /** False if another server sends by now; nothing was kept then. */
  async keep(told: Readonly<Record<string, Told>>, fence: Fence): Promise<boolean> {
    const answer = await this.log.appendFenced({
      entries: [{ stream: STREAM, fields: { subject: SUBJECT, cursors: JSON.stringify(told) } }],
      guard: { stream: STREAM, subject: SUBJECT, after: this.at },
    }, fence)
    if (!Array.isArray(answer))
      return false
    this.at = answer[0]!.id
    await this.log.trim(STREAM, this.at)
    return true
  }
}
