import type { MediaType } from '../../../server/attachments/mediaTypeOf.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mediaTypeOf } from '../../../server/attachments/mediaTypeOf.ts'
import { orientationOf } from '../../../server/attachments/orientationOf.ts'
import { withoutMetadata } from '../../../server/attachments/withoutMetadata.ts'
import { exif, JPEG, jpegSegment, PNG, pngChunk, WEBP, webpChunk, webpOf } from '../../support/photos.ts'

const SECRET = 'GPS 38.841 105.689 Secret'
const secret = Buffer.from(SECRET)
const noise = fc.uint8Array({ maxLength: 60 }).map(bytes => Buffer.concat([Buffer.from(bytes), secret]))
const plain: [MediaType, Buffer][] = [['image/jpeg', JPEG], ['image/png', PNG], ['image/webp', WEBP]]

describe('withoutMetadata', () => {
  it.each(plain)('[D2] leaves a %s without metadata as it is', (mediaType, photo) => {
    expect(mediaTypeOf(photo)).toBe(mediaType)
    expect(withoutMetadata(photo, mediaType)).toEqual(photo)
  })

  it('[D2] takes every application segment and comment out of a JPEG, and what follows its end', () => {
    const marker = fc.constantFrom(0xE1, 0xE2, 0xE3, 0xE7, 0xED, 0xEF, 0xFE)
    const named = fc.tuple(fc.constantFrom('', 'Exif\0\0', 'http://ns.adobe.com/xap/1.0/\0', 'MPF\0', 'Photoshop 3.0\0'), noise).map(([name, data]) => Buffer.concat([Buffer.from(name, 'latin1'), data]))
    fc.assert(fc.property(fc.array(fc.tuple(marker, named), { maxLength: 6 }), noise, (segments, tail) => {
      const photo = Buffer.concat([JPEG.subarray(0, 20), ...segments.map(([code, data]) => jpegSegment(code, data)), JPEG.subarray(20), tail])
      const clean = withoutMetadata(photo, 'image/jpeg')!
      expect(clean.includes(secret)).toBe(false)
      expect(clean).toEqual(JPEG)
    }))
  })

  it('[D2] keeps of Exif the orientation alone, in either byte order', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9 }), fc.boolean(), (orientation, little) => {
      const photo = Buffer.concat([JPEG.subarray(0, 2), jpegSegment(0xE1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation, SECRET, little)])), JPEG.subarray(2)])
      const clean = withoutMetadata(photo, 'image/jpeg')!
      expect(clean.includes(secret)).toBe(false)
      const isTurned = orientation >= 2 && orientation <= 8
      expect(clean.length).toBe(JPEG.length + (isTurned ? 36 : 0))
      expect(orientationOf(clean.subarray(12))).toBe(isTurned ? orientation : 1)
      expect(withoutMetadata(clean, 'image/jpeg')).toEqual(clean)
    }))
  })

  it('[D2] keeps colour profile, Adobe’s transform and JFIF, whose thumbnail goes', () => {
    const jfif = Buffer.concat([JPEG.subarray(4 + 2, 20 - 2), Buffer.from([1, 1]), Buffer.from('RGB')])
    const kept = [jpegSegment(0xE2, Buffer.from('ICC_PROFILE\0\u0001\u0001profile', 'latin1')), jpegSegment(0xEE, Buffer.from('Adobe\0d\0\0\0\0\u0001', 'latin1'))]
    const photo = Buffer.concat([JPEG.subarray(0, 2), jpegSegment(0xE0, jfif), ...kept, JPEG.subarray(20)])
    expect(withoutMetadata(photo, 'image/jpeg')).toEqual(Buffer.concat([JPEG.subarray(0, 20), ...kept, JPEG.subarray(20)]))
  })

  it('[D2] takes every text, time and unknown chunk out of a PNG', () => {
    const type = fc.constantFrom('eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt', 'caBX')
    fc.assert(fc.property(fc.array(fc.tuple(type, noise), { maxLength: 6 }), noise, (chunks, tail) => {
      const photo = Buffer.concat([PNG.subarray(0, 33), ...chunks.map(([type, data]) => pngChunk(type, data)), PNG.subarray(33), tail])
      expect(withoutMetadata(photo, 'image/png')).toEqual(PNG)
    }))
  })

  it('[D2] takes Exif, XMP and unknown chunks out of a WebP, its frames and its flags', () => {
    const picture = WEBP.subarray(12)
    const frame = Buffer.alloc(16, 1)
    const type = fc.constantFrom('EXIF', 'XMP ', 'JUNK')
    fc.assert(fc.property(fc.array(fc.tuple(type, noise), { maxLength: 4 }), noise, (chunks, tail) => {
      const extra = chunks.map(([type, data]) => webpChunk(type, data))
      const photo = Buffer.concat([webpOf(webpChunk('VP8X', Buffer.from([0x2C, 0, 0, 0, 0, 0, 0, 0, 0, 0])), ...extra, webpChunk('ANMF', Buffer.concat([frame, picture, ...extra]))), tail])
      expect(withoutMetadata(photo, 'image/webp')).toEqual(webpOf(webpChunk('VP8X', Buffer.from([0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0])), webpChunk('ANMF', Buffer.concat([frame, picture]))))
    }))
  })

  it('[D2] whatever is cut off, changed or made up is either refused or cleaned, never a fault, and cleaning twice changes nothing', () => {
    const cut = fc.tuple(fc.constantFrom(...plain), fc.nat(400)).map(([[type, photo], length]) => [type, photo.subarray(0, length)] as const)
    const changed = fc.tuple(fc.constantFrom(...plain), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 5 })).map(([[type, photo], changes]) => {
      const bytes = Buffer.from(photo)
      changes.filter(([at]) => at < bytes.length).forEach(([at, value]) => bytes[at] = value)
      return [type, bytes] as const
    })
    const madeUp = fc.tuple(fc.constantFrom(...plain), fc.uint8Array({ maxLength: 300 })).map(([[type, photo], bytes]) => [type, Buffer.concat([photo.subarray(0, type === 'image/jpeg' ? 2 : 12), bytes])] as const)
    fc.assert(fc.property(fc.oneof(cut, changed, madeUp), ([type, bytes]) => {
      const clean = withoutMetadata(bytes, type)
      if (clean)
        expect(withoutMetadata(clean, type)).toEqual(clean)
    }), { numRuns: 2000 })
  })
})
