/** A difference with its proper sign: +17, −3, ±0. */
export function difference(value: number): string {
  if (value === 0)
    return '±0'
  return value > 0 ? `+${value}` : `−${-value}`
}
