/** Murmur3-style mix of a 32-bit integer; returns an unsigned 32-bit integer. */
export function mix32(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85EBCA6B)
  hash = Math.imul(hash ^ (hash >>> 13), 0xC2B2AE35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** FNV-1a over UTF-16 code units with a final mix; `seed` gives independent hashes of one text. Unsigned 32 bits. */
export function hash32(text: string, seed = 0): number {
  let hash = 0x811C9DC5 ^ seed
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix32(hash)
}
