/** Each value that occurs more than once, once. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return [...new Set(values.filter(value => seen.size === seen.add(value).size))]
}
