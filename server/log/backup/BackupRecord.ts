import type { EntryId } from '../../../shared/words/entryId.ts'
import type { EntryHash } from '../entryHash.ts'
import type { Fields } from '../EventLog.ts'

/**
 * One line of a backup, which is a gzipped text of JSON lines: `head`, then of each stream its entries and the mark of its trim, checkpoints,
 * secrets, files of `archive` and `attachments`, and last `end` with the SHA-256 of all lines before it. Bodies follow their record in `part`s.
 * An entry that was too large to be read is a note of its bytes; restoring leaves it out.
 */
export type BackupRecord =
  | { kind: 'head', version: 1, district: string, at: string, home: 'redis' | 'embedded' }
  | { kind: 'entries', stream: string, entries: { id: EntryId, fields: Fields, tooLarge?: number }[] }
  | { kind: 'trimmed', stream: string, before: EntryId }
  | { kind: 'checkpoint', name: string, cursor: string, at: number, stands?: Readonly<Record<string, EntryHash>> }
  | { kind: 'secret', name: string }
  /** Below DATA_DIR, with `/`. */
  | { kind: 'file', path: string }
  | { kind: 'part', base64: string, last: boolean }
  | { kind: 'end', sha256: string, lines: number }
