import type { Severity } from '../../shared/words/severity.ts'

/** Shape of each severity in a box of 24: diamond, triangle, square, circle. Shape carries what colour cannot. */
export const SEVERITY_PATH: Record<Severity, string> = {
  I: 'M12 1L23 12L12 23L1 12Z',
  II: 'M12 2L23 21.5L1 21.5Z',
  III: 'M2.5 2.5H21.5V21.5H2.5Z',
  IV: 'M12 2A10 10 0 1 1 12 22A10 10 0 1 1 12 2Z',
}

/** Size of each against the others. */
export const SEVERITY_SCALE: Record<Severity, number> = { I: 1.05, II: 0.86, III: 0.66, IV: 0.5 }
