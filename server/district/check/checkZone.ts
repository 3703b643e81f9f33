import type { DistrictFault } from '../DistrictFault.ts'
import { zoneOffsetMs } from '../../../shared/domain/zoneOffsetMs.ts'

/** The years that a log of this product may speak of. */
const FROM = Date.UTC(2025, 0, 1)
const TO = Date.UTC(2046, 0, 1)
/** Closer than any offset lasts. */
const STEP_MS = 14 * 86_400_000

/** One offset serves a district (R26): hours and days are counted with it, so a zone that changes its own would count an hour a year wrongly. */
export function checkZone(timeZone: string): DistrictFault[] {
  const offset = zoneOffsetMs(timeZone)
  for (let at = FROM; at < TO; at += STEP_MS) {
    const other = zoneOffsetMs(timeZone, at)
    if (other !== offset)
      return [{ file: 'district.json', code: '-', path: 'timeZone', reason: `timeZone: ${timeZone} is ${words(offset)} in January 2026 but ${words(other)} on ${new Date(at).toISOString().slice(0, 10)}; only zones with one offset all year are served, such as Asia/Shanghai` }]
  }
  return []
}

function words(ms: number): string {
  const minutes = Math.abs(ms) / 60_000
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  return `UTC${ms < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
