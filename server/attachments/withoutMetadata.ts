import type { MediaType } from './mediaTypeOf.ts'
import { stripJpeg } from './stripJpeg.ts'
import { stripPng } from './stripPng.ts'
import { stripWebp } from './stripWebp.ts'

/**
 * A photo without what it says of place, time, device and people; its pixels are copied as they are. What is kept is an allow-list of
 * segments. A PDF stays as it is. Undefined if the file is broken.
 */
export function withoutMetadata(bytes: Buffer, mediaType: MediaType): Buffer | undefined {
  switch (mediaType) {
    case 'image/jpeg': return stripJpeg(bytes)
    case 'image/png': return stripPng(bytes)
    case 'image/webp': return stripWebp(bytes)
    case 'application/pdf': return bytes
  }
}
