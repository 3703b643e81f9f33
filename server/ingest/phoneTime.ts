import { epochOf } from '../../shared/words/time/time.ts'

const NUMBER = /^\d{1,13}(?:\.\d{1,9})?$/
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}| \d{2}:\d{2})?$/i
/** From here on a bare number is milliseconds: as seconds it would be the year 5138. */
const FIRST_AS_MS = 1e11
const LAST_MS = Date.UTC(2100, 0, 1)

/**
 * A phone's time as RFC 3339: seconds or milliseconds since 1970, or ISO 8601, which without an offset is UTC. Undefined for anything else,
 * and for what lies before 1970 or after 2099 (W23); a clock that is merely wrong is judged when the entry is read.
 */
export function phoneTime(text: string): string | undefined {
  const trimmed = text.trim()
  const ms = NUMBER.test(trimmed) ? fromNumber(Number(trimmed)) : fromIso(trimmed)
  return ms > 0 && ms <= LAST_MS ? new Date(ms).toISOString() : undefined
}

function fromNumber(number: number): number {
  return number < FIRST_AS_MS ? number * 1000 : number
}

function fromIso(text: string): number {
  const [, day, minutes, seconds = ':00', offset = 'Z'] = ISO.exec(text) ?? []
  if (day === undefined)
    return Number.NaN
  // In a query an unescaped + arrives as a space.
  const right = offset.replace(' ', '+').replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2').toUpperCase()
  return epochOf(`${day}T${minutes}${seconds}${right}`)
}
