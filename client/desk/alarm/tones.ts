import type { Severity } from '../../../shared/words/severity.ts'

/** What the desk may hear: a person in danger, or a matter of a severity. */
export type ToneName = 'sos' | Severity

/** One beep; times in seconds from the start of the tone. */
export interface Beep {
  at: number
  lasts: number
  hertz: number
}

const row = (count: number, everyS: number, lasts: number, ...hertz: readonly number[]): Beep[] =>
  Array.from({ length: count }, (_, place) => ({ at: place * everyS, lasts, hertz: hertz[place % hertz.length]! }))

/** Told apart by rhythm as well as by pitch, so that an ear that hears one pitch badly still knows which it is. */
export const TONES: Record<ToneName, readonly Beep[]> = {
  sos: row(10, 0.14, 0.12, 1480, 1175),
  I: row(6, 0.22, 0.17, 988, 740),
  II: row(3, 0.28, 0.2, 784),
  III: row(2, 0.3, 0.16, 587),
  IV: row(1, 0.3, 0.14, 440),
}

/** How often a tone comes again while what it tells of is not signed for, ms; the others sound once. */
export const REPEATS_MS: Partial<Record<ToneName, number>> = { sos: 4000, I: 8000 }
