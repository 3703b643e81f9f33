import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { State } from '../../../shared/state/State.ts'
import { halfWidth } from '../../../shared/words/halfWidth.ts'

const SHOWN_MOST = 5
/** Below so many digits a number is not one yet. */
const DIGITS_LEAST = 7

/** Matters that the same number has reported, newest first, five at most; of those that are still known. Blanks and signs in a number do not count. */
export function recentCalls({ incident: { incidents } }: Pick<State, 'incident'>, phone: string): Incident[] {
  const digits = digitsOf(phone)
  if (digits.length < DIGITS_LEAST)
    return []
  return [...incidents.values()]
    .filter(({ reporter }) => reporter?.phone !== undefined && digitsOf(reporter.phone) === digits)
    .sort((a, b) => b.reportedAt - a.reportedAt)
    .slice(0, SHOWN_MOST)
}

function digitsOf(phone: string): string {
  return halfWidth(phone).replaceAll(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
}
