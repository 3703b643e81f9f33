import type { EntryId } from '../../words/entryId.ts'

const SOS = /^sos:\d{1,16}-\d{1,20}$/

/** The id of the call for help that an entry raised. */
export function sosIdOf(entry: EntryId): string {
  return `sos:${entry}`
}

/** Whether a subject is a call for help; such an id is no person's. */
export function isSosId(subject: string): boolean {
  return SOS.test(subject)
}
