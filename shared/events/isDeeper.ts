/** Whether a parsed JSON value nests deeper than `levels`; an object or array itself is one level. Never goes deeper than that. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object')
    return false
  if (levels === 0)
    return true
  if (Array.isArray(value))
    return value.some(each => isDeeper(each, levels - 1))
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key]
    if (typeof inner === 'object' && isDeeper(inner, levels - 1))
      return true
  }
  return false
}
