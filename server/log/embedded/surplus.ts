/** Kinds of checkpoints that are kept, two a version: those of the running version, and of others before it or beside it while servers are renewed one by one. */
const MOST_KINDS = 6

/**
 * Of names, newest first, those that leave when `keep` of the kind of `put` stay: a kind is what stands before the last dot, as fold version and data
 * set do. Other kinds stay as they are, but of more than six those leave that were written longest ago.
 */
export function surplus(names: readonly string[], put: string, keep: number): string[] {
  const counts = new Map<string, number>()
  const own = kindOf(put)
  return names.filter((name) => {
    const kind = kindOf(name)
    const count = (counts.get(kind) ?? (counts.size < MOST_KINDS ? 0 : Infinity)) + 1
    counts.set(kind, count)
    return count === Infinity || (kind === own && count > keep)
  })
}

function kindOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')))
}
