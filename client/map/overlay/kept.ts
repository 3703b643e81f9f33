/** Makes a value once for each key, and keeps the newest alone. */
export function kept<K, V>(make: (key: K) => V): (key: K) => V {
  let last: { key: K; value: V } | undefined
  return (key) => {
    if (last?.key !== key)
      last = { key, value: make(key) }
    return last.value
  }
}
