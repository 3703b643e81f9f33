/** Kinds of checkpoints that are kept: those of the running version, and of others before it or beside it while servers are renewed one by one. */
const MOST_KINDS = 3

/**
 * Of names, newest first, those that leave when `keep` of each kind stay: a kind is what stands before the last dot, as fold version and data set do.
 */
export function surplus(names: readonly string[], keep: number): string[] {
  const counts = new Map<string, number>()
  return names.filter((name) => {
    const kind = name.slice(0, Math.max(0, name.lastIndexOf('.')))
    const count = (counts.get(kind) ?? (counts.size < MOST_KINDS ? 0 : keep)) + 1
    counts.set(kind, count)
    return count > keep
  })
}
