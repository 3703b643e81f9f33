const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const SHORTEST = '2026-11-24T14:32:07Z'.length

/**
 * Epoch milliseconds of a time written as nearly all are (`2026-11-24T14:32:07.123+08:00`, `…Z`), read digit by digit:
 * every event's time is read twice, and `Date.parse` costs as much as parsing its data. Undefined for anything else,
 * right or wrong.
 */
export function quickEpoch(text: string): number | undefined {
  if (text.length < SHORTEST || text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':')
    return undefined
  const year = two(text, 0) * 100 + two(text, 2)
  const month = two(text, 5)
  const day = two(text, 8)
  const hour = two(text, 11)
  const minute = two(text, 14)
  const second = two(text, 17)
  // A part that is no number is NaN, and so is all that follows from it.
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1]! && hour < 24 && minute < 60 && second < 60))
    return undefined
  let at = 19
  let ms = 0
  if (text[at] === '.') {
    let scale = 100
    for (at++; isDigit(text.charCodeAt(at)); at++) {
      ms += Math.floor(scale) * (text.charCodeAt(at) - 48)
      scale /= 10
    }
    if (at === 20)
      return undefined
  }
  const offset = offsetMinutes(text, at)
  const epoch = (daysBefore(year, month, day) * 1440 + hour * 60 + minute - offset) * 60_000 + second * 1000 + ms
  return Number.isNaN(epoch) ? undefined : epoch
}

function offsetMinutes(text: string, at: number): number {
  if (text[at] === 'Z')
    return text.length === at + 1 ? 0 : Number.NaN
  const sign = text[at] === '+' ? 1 : text[at] === '-' ? -1 : Number.NaN
  const hours = two(text, at + 1)
  const minutes = two(text, at + 4)
  return text.length === at + 6 && text[at + 3] === ':' && hours < 24 && minutes < 60 ? sign * (hours * 60 + minutes) : Number.NaN
}

/** Days from 1970-01-01 to a date of the Gregorian calendar; years begin in March, so that the leap day comes last. */
function daysBefore(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const fromMarch = (month + 9) % 12
  return shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + Math.floor((153 * fromMarch + 2) / 5) + day - 719_469
}

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at)
  const ones = text.charCodeAt(at + 1)
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : Number.NaN
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
