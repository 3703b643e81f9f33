import type { Handover } from '../../shared/protocol/desk/handover.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { EventLog, Fields, Stale, Stands } from '../log/EventLog.ts'
import { Recent } from '../../shared/words/Recent.ts'
import { z } from 'zod'
import { handoverDraft } from '../../shared/protocol/desk/handoverDraft.ts'
import { handoverSign } from '../../shared/protocol/desk/handoverSign.ts'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'
import type { EntryHash } from '../log/entryHash.ts'
import { entryHash } from '../log/entryHash.ts'
import { LogWentBackError } from '../log/LogWentBackError.ts'

const STREAM = 'handovers'
const SOURCE = 'wangge/handovers'
/** Handovers that are kept in mind and told, newest last; older ones stay in the log. */
const MOST = 60
const PAGE = 200

const signed = handoverSign.extend({ at: z.number(), draft: handoverDraft })

/** One signature as it is kept. */
export type Signed = z.infer<typeof signed>

/** Handovers as they are kept: each signature an entry in a stream of the log that nothing folds (U3). Read on when asked. */
export class HandoverBook {
  private readonly kept = new Recent<string, Handover>(MOST)
  private last: EntryId = FIRST_ENTRY
  /** Hash of the entry there. */
  private hash: EntryHash | undefined
  private reading: Promise<void> | undefined

  constructor(private readonly log: Pick<EventLog, 'read' | 'appendGuarded' | 'offers'>) {}

  /** Brings it up to what stands in the log. @throws LogUnavailableError */
  readOn(): Promise<void> {
    return this.reading ??= this.readAll().catch(error => this.beginAnew(error)).finally(() => this.reading = undefined)
  }

  find(id: string): Handover | undefined {
    return this.kept.get(id)
  }

  /** Newest first. */
  get newest(): Handover[] {
    return [...this.kept.values()].reverse()
  }

  /** When the last one was signed by both; undefined if none was. */
  get lastCompleteAt(): EpochMs | undefined {
    const moments = this.newest.flatMap(({ completeAt }) => completeAt ?? [])
    return moments.length === 0 ? undefined : Math.max(...moments)
  }

  /** Keeps a signature, unless something was said of its handover since it was read. @throws LogUnavailableError */
  async keep(signature: Signed): Promise<'kept' | 'stale'> {
    const { id, sign } = signature
    const answer: unknown[] | Stale = await this.log.appendGuarded({
      entries: [{ stream: STREAM, fields: { subject: id, source: SOURCE, id: `${id}/${sign}`, data: JSON.stringify(signature) } }],
      guard: { stream: STREAM, subject: id, after: this.last, ...(this.hash !== undefined && { stands: this.hash }) },
    }, this.log.offers)
    return Array.isArray(answer) ? 'kept' : 'stale'
  }

  /** What a log that went backwards has lost was never signed. */
  private async beginAnew(error: unknown): Promise<void> {
    if (!(error instanceof LogWentBackError))
      throw error
    this.kept.clear()
    this.last = FIRST_ENTRY
    this.hash = undefined
    await this.readAll()
  }

  private async readAll(): Promise<void> {
    for (;;) {
      const stands: Stands = this.hash === undefined ? {} : { [STREAM]: this.hash }
      const entries = await this.log.read({ [STREAM]: this.last }, { limit: PAGE, blockMs: 0, stands })
      for (const { id, fields } of entries) {
        this.last = id
        this.take(fields)
      }
      const newest = entries.at(-1)
      if (newest)
        this.hash = entryHash(newest.fields)
      if (entries.length < PAGE)
        return
    }
  }

  private take({ data = '' }: Fields): void {
    const signature = readSigned(data)
    if (!signature)
      return
    const { id, from, to, sign, at, note, draft } = signature
    const before = this.kept.get(id)
    if (before?.signed[sign])
      return
    const both = { ...before?.signed, [sign]: { at, ...(note !== undefined && { note }), draft } }
    this.kept.set(id, { id, from, to, signed: both, ...(both.from && both.to && { completeAt: at }) })
  }
}

function readSigned(text: string): Signed | undefined {
  try {
    return signed.safeParse(JSON.parse(text)).data
  }
  catch {
    return undefined
  }
}
