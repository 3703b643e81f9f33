/** The greatest of some moments or amounts, each taken from an item; 0 for none. */
export function newest<T>(items: Iterable<T>, at: (item: T) => number): number {
  let most = 0
  for (const item of items)
    most = Math.max(most, at(item))
  return most
}
