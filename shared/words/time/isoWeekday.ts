/** ISO weekday, 1 Monday … 7 Sunday, of a local day counted from 1970-01-01, which was a Thursday. */
export function isoWeekday(day: number): number {
  return (day + 3) % 7 + 1
}
