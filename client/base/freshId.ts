/** An id that nobody else has: 32 hexadecimal digits. Works on plain http too, where `randomUUID` does not exist. */
export function freshId(source: Pick<Crypto, 'getRandomValues'>): string {
  return Array.from(source.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
