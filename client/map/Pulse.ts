import type { Severity } from '../../shared/words/severity.ts'

/** A matter that draws the eye on a map, pixels. */
export interface Pulse {
  id: string
  severity: Severity
  /** New here, or of level I and not signed for. */
  kind: 'fresh' | 'calling'
  x: number
  y: number
}
