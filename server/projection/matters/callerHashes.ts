import type { Aliases } from '../../Aliases.ts'
import { digitsOf } from '../../../shared/words/contact.ts'
import { halfWidth } from '../../../shared/words/halfWidth.ts'

/** Below so many digits a number is not one yet. */
const DIGITS_LEAST = 7

/** By what a caller is found again: hashes of number and name under the log's own key (A27), so that what is kept and what is asked for is compared and neither can be read. */
export function callerHashes(caller: { name?: string | undefined; phone?: string | undefined } | undefined, aliases: Pick<Aliases, 'hash'>): string[] {
  const digits = digitsOf(caller?.phone ?? '')
  const name = caller?.name?.normalize().trim() ?? ''
  return [...digits.length >= DIGITS_LEAST ? [aliases.hash('phone', digits)] : [], ...name === '' ? [] : [aliases.hash('name', name)]]
}

/** The hash of what somebody typed to find a caller: a number, or a whole name. Undefined for neither. */
export function callerAsked(typed: string, aliases: Pick<Aliases, 'hash'>): string | undefined {
  const isNumber = /\d/.test(halfWidth(typed)) && !/\p{L}/u.test(typed)
  const [hash] = callerHashes(isNumber ? { phone: typed } : { name: typed }, aliases)
  return hash
}
