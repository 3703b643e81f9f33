import type { IndicatorId } from '../../shared/indicators/indicators.ts'

/** What a screen says of itself, of no state. */
export type ScreenTerm = 'latency' | 'streamAge' | 'digest'

/** What has a definition: each indicator under its own id, and what a screen says of itself. */
export type Term = IndicatorId | ScreenTerm
