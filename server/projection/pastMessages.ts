import type { District } from '../../shared/domain/district/District.ts'
import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { Gap } from '../log/archivePlan.ts'
import type { Logger } from '../Logger.ts'

/** What the thread that folds pasts begins with. */
export interface PastSetUp {
  district: District
  dataDir: string
}

/** To the thread: a past to fold, one at a time, with the secret of the aliases; or what the log answered to its call. */
export type PastAsked =
  | { kind: 'fold', scope: Scope, at: EpochMs, secret: Uint8Array }
  | { kind: 'answer', call: number, value?: unknown, failed?: string, away?: boolean }

/** From the thread. `call` is a reading method of the log. */
export type PastMessage =
  | { kind: 'call', call: number, method: string, args: unknown[] }
  | { kind: 'said', level: keyof Logger, message: string, context: object }
  | { kind: 'folded', digest: string, json: Uint8Array<ArrayBuffer> }
  | { kind: 'lost', gap: Gap, earliest: EpochMs | undefined }
  | { kind: 'failed', message: string, away: boolean }
