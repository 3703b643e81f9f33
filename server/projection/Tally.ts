import type { Refusal, RefusalReason } from '../../shared/events/refusal.ts'
import type { Entry } from '../log/EventLog.ts'

const EXAMPLES = 100
const TYPES = 100

export interface RejectedExample extends Refusal {
  stream: string
  entry: string
  /** Absent for an entry without one. */
  type?: string
}

/** Counts what did not reach the fold since it was begun, with the newest examples; raw data is not among them. */
export class Tally {
  readonly rejected = new Map<RefusalReason, number>()
  readonly notUnderstood = new Map<string, number>()
  /** Newest last. */
  readonly rejectedExamples: RejectedExample[] = []
  readonly notUnderstoodExamples: { stream: string; entry: string; type: string }[] = []

  reject({ stream, id, fields }: Entry, refusal: Refusal): void {
    this.rejected.set(refusal.reason, (this.rejected.get(refusal.reason) ?? 0) + 1)
    keep(this.rejectedExamples, { stream, entry: id, ...(isWord(fields.type) && { type: fields.type }), ...withoutData(refusal) })
  }

  leave({ stream, id }: Entry, type: string): void {
    const name = isWord(type) && (this.notUnderstood.has(type) || this.notUnderstood.size < TYPES) ? type : 'other'
    this.notUnderstood.set(name, (this.notUnderstood.get(name) ?? 0) + 1)
    keep(this.notUnderstoodExamples, { stream, entry: id, type: isWord(type) ? type : '' })
  }
}

/** What a sender chose freely could be anybody's name: only plain words are shown. */
function withoutData({ reason, path, message }: Refusal): Refusal {
  const plain = path.split('.').filter(isWord).join('.')
  return { reason, path: plain, message: reason === 'outside-district' ? 'It lies in no grid of this district.' : message }
}

function isWord(text: string | undefined): text is string {
  return text !== undefined && /^[a-z0-9][\w.-]{0,63}$/i.test(text)
}

function keep<T>(list: T[], example: T): void {
  if (list.push(example) > EXAMPLES)
    list.shift()
}
