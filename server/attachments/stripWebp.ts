const HEAD_BYTES = 12
const FRAME_BYTES = 16
const EXIF_AND_XMP = 0x0C
const PICTURES = ['VP8 ', 'VP8L', 'ANMF']
const KEPT: ReadonlySet<string> = new Set([...PICTURES, 'VP8X', 'ALPH', 'ANIM', 'ICCP'])
const KEPT_IN_FRAME: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH'])

interface Chunk { type: string; data: Buffer }

/** A WebP (RFC 9649) of the chunks that make its picture; Exif, XMP and everything unknown, and what follows its end, is gone. */
export function stripWebp(bytes: Buffer): Buffer | undefined {
  const end = bytes.length >= HEAD_BYTES ? bytes.readUInt32LE(4) + 8 : Infinity
  const chunks = end <= bytes.length ? chunksOf(bytes.subarray(HEAD_BYTES, end)) : undefined
  if (!chunks?.some(({ type }) => PICTURES.includes(type)))
    return undefined
  const kept: Chunk[] = []
  for (const chunk of chunks.filter(({ type }) => KEPT.has(type))) {
    const clean = cleaned(chunk)
    if (!clean)
      return undefined
    kept.push(clean)
  }
  const body = Buffer.concat(kept.map(toBytes))
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES))
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

function cleaned({ type, data }: Chunk): Chunk | undefined {
  if (type === 'VP8X') {
    const flags = Buffer.from(data)
    if (flags.length > 0)
      flags[0]! &= ~EXIF_AND_XMP
    return { type, data: flags }
  }
  if (type !== 'ANMF')
    return { type, data }
  const inner = chunksOf(data.subarray(FRAME_BYTES))
  return inner && { type, data: Buffer.concat([data.subarray(0, FRAME_BYTES), ...inner.filter(({ type }) => KEPT_IN_FRAME.has(type)).map(toBytes)]) }
}

function chunksOf(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = []
  for (let at = 0; at < bytes.length;) {
    const end = at + 8 <= bytes.length ? at + 8 + bytes.readUInt32LE(at + 4) : Infinity
    if (end > bytes.length)
      return undefined
    chunks.push({ type: bytes.toString('latin1', at, at + 4), data: bytes.subarray(at + 8, end) })
    at = end + end % 2
  }
  return chunks
}

function toBytes({ type, data }: Chunk): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}
