/** Texts with some of them in other words; `over` has the same keys, but not all. */
export function overlaid<T extends object>(words: T, over: object): T {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => {
    const other = (over as Record<string, unknown>)[key]
    return [key, other === undefined ? value : typeof value === 'string' ? other : overlaid(value as object, other as object)]
  })) as T
}
