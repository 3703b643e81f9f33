import type { Loss } from '../../shared/protocol/desk/loss.ts'
import type { Frame } from '../../shared/protocol/frame.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { EventLog, Fields } from '../log/EventLog.ts'
import { z } from 'zod'
import { loss as kept } from '../../shared/protocol/desk/loss.ts'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'

const STREAM = 'losses'
const SOURCE = 'wangge/losses'
/** Losses that are kept in mind and told; older ones stay in the log. */
const MOST = 60
const PAGE = 200

const notice = kept.omit({ signed: true })
const signature = z.object({ id: z.string(), signed: kept.shape.signed.unwrap() })
type Signature = z.infer<typeof signature>

/**
 * What the log lost, kept in the log itself in a stream that nothing folds, so that every server and every fresh one tells the same (T11, T12).
 * A loss is one, however many servers notice it: its id is the epoch that it began; of what they miss the most counts.
 */
export class LossBook {
  private readonly known = new Map<string, Loss>()
  /** Ids of what was told here and not read in the log yet: of the servers that notice at a time the first to keep it says when. */
  private readonly own = new Set<string>()
  /** By its identity: what is to be kept and is not known to be. */
  private readonly waiting = new Map<string, Fields>()
  private last: EntryId = FIRST_ENTRY
  private turning: Promise<void> | undefined

  constructor(private readonly log: Pick<EventLog, 'read' | 'append' | 'offers'>) {}

  /** Known at once, and kept as soon as the log takes it. What was known before is kept anew: the log may have lost that as well. */
  tell({ id, at, missing }: Loss): void {
    this.last = FIRST_ENTRY
    if (!this.known.has(id))
      this.own.add(id)
    this.take({ notice: { id, at, missing } })
    for (const { signed, ...each } of this.known.values()) {
      this.waiting.set(`${each.id}/${each.missing}`, toFields(each.id, `${each.id}/${each.missing}`, each))
      if (signed)
        this.waiting.set(`${each.id}/signed`, toFields(each.id, `${each.id}/signed`, { id: each.id, signed }))
    }
  }

  /** Writes what waits, and reads on. @throws LogUnavailableError */
  turn(): Promise<void> {
    return this.turning ??= this.writeAndRead().finally(() => this.turning = undefined)
  }

  /** Of several signatures of one loss the first holds; who was first is read afterwards. @throws LogUnavailableError */
  async sign(ids: readonly string[], signed: NonNullable<Loss['signed']>): Promise<void> {
    await this.log.append(ids.map(id => ({ stream: STREAM, fields: toFields(id, `${id}/signed`, { id, signed }) })), this.log.offers)
    // A turn that runs may have read before.
    await this.turning?.catch(() => {})
    await this.turn()
  }

  /** Whether all that was told here is kept in the log. */
  get kept(): boolean {
    return this.waiting.size === 0
  }

  find(id: string): Loss | undefined {
    return this.known.get(id)
  }

  /** Newest first. */
  get newest(): Loss[] {
    return [...this.known.values()].sort((a, b) => b.at - a.at)
  }

  /** Nobody has signed for them; newest first. */
  get unsigned(): Loss[] {
    return this.newest.filter(({ signed }) => signed === undefined)
  }

  /** All that nobody has signed for, as frames say it. */
  get said(): NonNullable<Frame['log']>['loss'] {
    const [newest, ...others] = this.unsigned
    return newest && { id: newest.id, at: newest.at, times: others.length + 1, missing: others.reduce((sum, { missing }) => sum + missing, newest.missing) }
  }

  private async writeAndRead(): Promise<void> {
    const waiting = [...this.waiting]
    if (waiting.length > 0) {
      await this.log.append(waiting.map(([, fields]) => ({ stream: STREAM, fields })), this.log.offers)
      for (const [identity] of waiting)
        this.waiting.delete(identity)
    }
    for (;;) {
      const entries = await this.log.read({ [STREAM]: this.last }, { limit: PAGE, blockMs: 0 })
      for (const { id, fields } of entries) {
        this.last = id
        const read = readEntry(fields)
        if (read.notice && this.own.delete(read.notice.id))
          this.known.set(read.notice.id, { ...this.known.get(read.notice.id)!, at: read.notice.at })
        this.take(read)
      }
      if (entries.length < PAGE)
        return
    }
  }

  private take(read: { notice?: Loss; signature?: Signature }): void {
    if (read.notice) {
      const { id, at, missing } = read.notice
      const before = this.known.get(id)
      this.known.set(id, { id, at: before?.at ?? at, missing: Math.max(before?.missing ?? 0, missing), ...(before?.signed && { signed: before.signed }) })
    }
    const signedOne = read.signature && this.known.get(read.signature.id)
    if (signedOne)
      this.known.set(signedOne.id, { ...signedOne, signed: signedOne.signed ?? read.signature!.signed })
    if (this.known.size > MOST)
      this.known.delete(this.newest.at(-1)!.id)
  }
}

function toFields(subject: string, id: string, data: object): Fields {
  return { subject, source: SOURCE, id, data: JSON.stringify(data) }
}

function readEntry({ data = '' }: Fields): { notice?: Loss; signature?: Signature } {
  try {
    const value: unknown = JSON.parse(data)
    const read = { notice: notice.safeParse(value).data, signature: signature.safeParse(value).data }
    return { ...(read.notice && { notice: read.notice }), ...(read.signature && { signature: read.signature }) }
  }
  catch {
    return {}
  }
}
