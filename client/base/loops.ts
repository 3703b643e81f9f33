import type { Loop } from '../../shared/words/time/backoffMs.ts'

/**
 * Every path of the link that can loop.
 *
 * | loop | goes round by | first | at most |
 * |---|---|---|---|
 * | `reach` | cut or failed → back-off → connect or fetch again | 0.5 s | 15 s |
 * | `gap` | a frame that does not fit → subscribe again | at once, then 1 s | 30 s |
 * | `refetch` | refetch verdict, or another digest → get the state again | at once, then 2 s | 60 s |
 * | `reload` | another fold or data set → load the page anew | 1 s | 120 s |
 */
export const LOOPS = {
  reach: { firstMs: 500, mostMs: 15_000 },
  gap: { firstMs: 1000, mostMs: 30_000 },
  refetch: { firstMs: 2000, mostMs: 60_000 },
  reload: { firstMs: 1000, mostMs: 120_000 },
} as const satisfies Record<string, Loop>

export type LoopName = keyof typeof LOOPS
