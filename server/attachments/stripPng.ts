const SIGNATURE_BYTES = 8
/** What a decoder needs or shows; texts, Exif, times and everything unknown is left out. */
const KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'hIST', 'pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT'])

/** A PNG (W3C, third edition) of the chunks in {@link KEPT}; what follows its end is gone. */
export function stripPng(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, SIGNATURE_BYTES)]
  const seen = new Set<string>()
  for (let at = SIGNATURE_BYTES; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || (seen.size === 0 && type !== 'IHDR'))
      return undefined
    seen.add(type)
    if (KEPT.has(type))
      kept.push(bytes.subarray(at, end))
    if (type === 'IEND')
      return seen.has('IDAT') ? Buffer.concat(kept) : undefined
    at = end
  }
  return undefined
}
