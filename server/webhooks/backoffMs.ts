/** How long to wait after so many failures: doubled each time up to a bound, and between half and all of that by chance, so that senders do not come in step. */
export function backoffMs(failures: number, { firstPauseMs, longestPauseMs }: { firstPauseMs: number; longestPauseMs: number }, chance: () => number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1)) * (0.5 + chance() / 2)
}
