import type { Folded } from './Folded.ts'

/** The event contradicts what has happened; `message` says what would be lawful. */
export function unlawful(path: string, message: string): Folded {
  return { outcome: 'rejected', refusal: { reason: 'unlawful', path, message } }
}
