import { orientationOf } from './orientationOf.ts'

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14] = [0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE] as const
const END = Buffer.from([0xFF, EOI])
/** An Exif segment that says the orientation and nothing else. */
const ORIENTATION = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000000000000000000', 'hex')
const ORIENTATION_AT = 28

interface Segment { marker: number; start: number; end: number }

/**
 * A JPEG (ITU-T T.81, Annex B) of the segments that a decoder needs: frames, tables, scans, JFIF without thumbnail, colour profile, Adobe's
 * colour transform; of Exif only the orientation. What follows the end of the image is gone.
 */
export function stripJpeg(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  let hasFrame = false
  for (;;) {
    const segment = segmentAt(bytes, at)
    if (!segment)
      return undefined
    const { marker, start, end } = segment
    at = end
    if (marker === EOI)
      break
    if (marker === APP1) {
      const turned = orientationSegment(bytes.subarray(start + 4, end))
      if (turned)
        kept.splice(1, 0, turned)
    }
    kept.push(...keptOf(marker, bytes.subarray(start, end)))
    hasFrame ||= isFrame(marker)
    if (marker === SOS) {
      if (!hasFrame)
        return undefined
      at = endOfScan(bytes, end)
      kept.push(bytes.subarray(end, at))
      // Cut off within the picture: as far as it goes it can be seen.
      if (at === bytes.length)
        break
    }
  }
  return hasFrame ? Buffer.concat([...kept, END]) : undefined
}

/** The segment whose marker begins at `at`, fill bytes passed over; undefined if there is none. */
function segmentAt(bytes: Buffer, at: number): Segment | undefined {
  if (bytes[at] !== 0xFF)
    return undefined
  let start = at
  while (bytes[start + 1] === 0xFF)
    start++
  const marker = bytes[start + 1]
  if (marker === undefined || marker < 0xC0 || (marker >= 0xD0 && marker <= SOI))
    return undefined
  if (marker === EOI)
    return { marker, start, end: start + 2 }
  if (start + 4 > bytes.length)
    return undefined
  const end = start + 2 + bytes.readUInt16BE(start + 2)
  return end >= start + 4 && end <= bytes.length ? { marker, start, end } : undefined
}

function keptOf(marker: number, segment: Buffer): Buffer[] {
  const is = (name: string) => segment.toString('latin1', 4, 4 + name.length) === name
  if (marker === APP0)
    return is('JFIF\0') && segment.length >= 18 ? [withoutThumbnail(segment)] : []
  if (marker === APP2)
    return is('ICC_PROFILE\0') ? [segment] : []
  if (marker === APP14)
    return is('Adobe') ? [segment] : []
  return marker < APP0 ? [segment] : []
}

function withoutThumbnail(jfif: Buffer): Buffer {
  const short = Buffer.from(jfif.subarray(0, 18))
  short.writeUInt16BE(16, 2)
  short.writeUInt16BE(0, 16)
  return short
}

function orientationSegment(data: Buffer): Buffer | undefined {
  const orientation = data.toString('latin1', 0, 6) === 'Exif\0\0' ? orientationOf(data.subarray(6)) : 1
  if (orientation === 1)
    return undefined
  const segment = Buffer.from(ORIENTATION)
  segment[ORIENTATION_AT] = orientation
  return segment
}

/** SOF0–SOF15: C0–CF without the tables DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xC0 && marker <= 0xCF && marker !== 0xC4 && marker !== 0xC8 && marker !== 0xCC
}

/** Where the entropy-coded data from `at` on ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, at: number): number {
  for (let next = bytes.indexOf(0xFF, at); next >= 0; next = bytes.indexOf(0xFF, next + 1)) {
    const code = bytes[next + 1]
    if (code !== undefined && code !== 0 && code !== 0xFF && (code < 0xD0 || code > 0xD7))
      return next
  }
  return bytes.length
}
