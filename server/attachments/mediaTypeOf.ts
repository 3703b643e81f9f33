import type { DataOf } from '../../shared/state/eventTypes.ts'

export type MediaType = DataOf<'incident.attached'>['mediaType']

const PNG = Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])

/** What a file is by its first bytes, whatever it is called; undefined for what is not taken. */
export function mediaTypeOf(bytes: Buffer): MediaType | undefined {
  if (bytes[0] === 0xFF && bytes[1] === 0xD8 && bytes[2] === 0xFF)
    return 'image/jpeg'
  if (bytes.subarray(0, 8).equals(PNG))
    return 'image/png'
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return 'image/webp'
  return bytes.toString('latin1', 0, 5) === '%PDF-' ? 'application/pdf' : undefined
}
