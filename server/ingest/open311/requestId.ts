/** Consonants that nobody takes for another one; no digits, so that no id looks like a telephone number. */
const LETTERS = 'bcdfghjkmnpqrstvwxz'
const LENGTH = 12

/** An id for a new request, from random bytes; of 19¹² ids one is never met twice. */
export function requestId(random: Uint8Array): string {
  return `O311-${Array.from(random.subarray(0, LENGTH), byte => LETTERS[byte % LETTERS.length]).join('')}`
}
