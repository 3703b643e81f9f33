/** Time left as the desk alone shows it, because it ticks: 0:01:23, past the limit −1:25:10, with a proper minus. @param ms left; below 0 past the limit */
export function tickText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const sign = ms < 0 && seconds > 0 ? '−' : ''
  return `${sign}${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
