/** Offset of an IANA zone from UTC in ms, on 1 January 2026 unless told otherwise; `district:check` lets no zone pass that has another one at any time. */
export function zoneOffsetMs(timeZone: string, instant = Date.UTC(2026, 0, 1)): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find(each => each.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - instant
}
