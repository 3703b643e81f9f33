import type { Heard } from '../Heard.ts'

/**
 * T3: quiet is not dead. `fresh` within its cadence; `quiet` nothing here for longer, but the source is heard; `late`
 * the source itself is silent; `never` nothing has ever come; `unknown` we cannot tell, for the picture is not live.
 */
export type Staleness = 'fresh' | 'quiet' | 'late' | 'never' | 'unknown'

/** @param cadenceMs the longest silence that is normal */
export function stalenessOf({ entry, event }: Heard, cadenceMs: number, now: number, live: boolean): Staleness {
  if (!live)
    return 'unknown'
  if (entry === 0)
    return 'never'
  if (now - entry > cadenceMs)
    return 'late'
  return now - event > cadenceMs ? 'quiet' : 'fresh'
}
