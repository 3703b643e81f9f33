/** A key of `common.duration` with its numbers. */
export type DurationText =
  | { key: 'seconds' | 'minutes' | 'hours' | 'days'; named: { n: number } }
  | { key: 'minutesSeconds'; named: { m: number; s: number } }
  | { key: 'hoursMinutes'; named: { h: number; m: string } }

/** A duration as LOOKS writes it: 41秒, 58分, 1时52, 2日; never 00:58. @param ms below 0 counts as 0 */
export function durationText(ms: number): DurationText {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (minutes === 0)
    return { key: 'seconds', named: { n: seconds } }
  if (hours === 0)
    return { key: 'minutes', named: { n: minutes } }
  if (hours >= 24)
    return { key: 'days', named: { n: Math.floor(hours / 24) } }
  return minutes % 60 === 0
    ? { key: 'hours', named: { n: hours } }
    : { key: 'hoursMinutes', named: { h: hours, m: String(minutes % 60).padStart(2, '0') } }
}

/** As {@link durationText}, with seconds below ten minutes: 3分12秒. For ages that tick. */
export function ageText(ms: number): DurationText {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return seconds >= 60 && seconds < 600 && seconds % 60 !== 0
    ? { key: 'minutesSeconds', named: { m: Math.floor(seconds / 60), s: seconds % 60 } }
    : durationText(ms)
}
