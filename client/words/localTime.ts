/** Parts of a moment in a zone. `weekday`: 1 Monday … 7 Sunday. */
export interface LocalTime {
  year: number
  month: number
  day: number
  weekday: number
  hour: number
  minute: number
  second: number
}

/** @param ms epoch ms @param zoneMs offset of the zone from UTC, ms */
export function localTime(ms: number, zoneMs: number): LocalTime {
  const shifted = new Date(ms + zoneMs)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: (shifted.getUTCDay() + 6) % 7 + 1,
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  }
}

/** 14:32 */
export function hourMinute(ms: number, zoneMs: number): string {
  const { hour, minute } = localTime(ms, zoneMs)
  return `${two(hour)}:${two(minute)}`
}

/** 14:32:07 */
export function hourMinuteSecond(ms: number, zoneMs: number): string {
  return `${hourMinute(ms, zoneMs)}:${two(localTime(ms, zoneMs).second)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
