import type { MediaType } from '../../server/attachments/mediaTypeOf.ts'
import { chromium as launcher } from 'playwright-core'
import { expect, it } from 'vitest'
import { withoutMetadata } from '../../server/attachments/withoutMetadata.ts'
import { chromium } from '../support/chromium.ts'
import { exif, jpegSegment, pngChunk, webpChunk, webpOf } from '../support/photos.ts'

const SECRET = 'GPS 38.841 105.689 Secret'
const secret = Buffer.from(SECRET)

it('[D2] a browser shows a photo without metadata exactly as it showed it before, and upright', async () => {
  const browser = await launcher.launch(chromium)
  try {
    const page = await browser.newPage()
    const draw = (type: string) => page.evaluate(async (type) => {
      const canvas = new OffscreenCanvas(64, 40)
      const context = canvas.getContext('2d')!
      for (let x = 0; x < 64; x++) {
        context.fillStyle = `rgb(${x * 4} ${255 - x * 3} ${x % 2 * 99})`
        context.fillRect(x, 0, 1, 40 - x / 2)
      }
      return [...new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.9 })).arrayBuffer())]
    }, type)
    const see = (type: string, bytes: Buffer) => page.evaluate(async ([type, bytes]) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type }))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d')!
      context.drawImage(bitmap, 0, 0)
      const sum = context.getImageData(0, 0, bitmap.width, bitmap.height).data.reduce((sum, value, i) => (sum * 31 + value + i) % 4294967291, 0)
      return { width: bitmap.width, height: bitmap.height, sum }
    }, [type, [...bytes]] as const)

    const insert: Record<Exclude<MediaType, 'application/pdf'>, (photo: Buffer) => Buffer> = {
      'image/jpeg': photo => Buffer.concat([photo.subarray(0, 2), jpegSegment(0xE1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(6, SECRET)])), jpegSegment(0xFE, secret), photo.subarray(2), secret]),
      'image/png': photo => Buffer.concat([photo.subarray(0, 33), pngChunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), secret])), photo.subarray(33)]),
      'image/webp': photo => webpOf(webpChunk('VP8X', Buffer.from([0x08, 0, 0, 0, 63, 0, 0, 39, 0, 0])), ...chunksWithoutHead(photo), webpChunk('EXIF', exif(1, SECRET))),
    }
    for (const [type, make] of Object.entries(insert)) {
      const photo = make(Buffer.from(await draw(type)))
      const clean = withoutMetadata(photo, type as MediaType)!
      expect([type, photo.includes(secret), clean.includes(secret)]).toEqual([type, true, false])
      const before = await see(type, photo)
      expect([type, await see(type, clean)]).toEqual([type, before])
      expect([before.width, before.height]).toEqual(type === 'image/jpeg' ? [40, 64] : [64, 40])
    }
  }
  finally {
    await browser.close()
  }
})

/** The picture's own chunks of a WebP as a browser writes it, simple or extended. */
function chunksWithoutHead(photo: Buffer): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 12; at < photo.length;) {
    const end = at + 8 + photo.readUInt32LE(at + 4)
    const next = end + end % 2
    if (photo.toString('latin1', at, at + 4) !== 'VP8X')
      chunks.push(photo.subarray(at, next))
    at = next
  }
  return chunks
}
