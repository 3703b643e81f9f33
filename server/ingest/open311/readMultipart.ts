import type { Readable } from 'node:stream'
import type { Form, FormFile } from './Form.ts'
import type { Open311Error } from './Open311Error.ts'
import { Busboy } from '@fastify/busboy'
import { FORM_ERRORS, MOST_FIELDS } from './formErrors.ts'

const MOST_NAME_BYTES = 100
const MOST_FIELD_BYTES = 64 * 1024
const MOST_FILE_BYTES = 10 * 1024 * 1024

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Fields and files of a multipart form. Every part is read as bytes: the library would put U+FFFD for what is not UTF-8. */
export function readMultipart(body: Buffer, contentType: string): Promise<Form | Open311Error> {
  return new Promise((resolve) => {
    const fields = new Map<string, string>()
    const files: FormFile[] = []
    const broken = () => resolve(FORM_ERRORS.broken)
    const take = (name: string, bytes: Buffer, isFile: boolean, cut: boolean) => {
      if (isFile) {
        files.push(cut ? 'too-large' : bytes)
        return
      }
      if (bytes.length > MOST_FIELD_BYTES)
        return resolve(FORM_ERRORS.tooLong)
      const text = decode(bytes)
      if (text === undefined || name.includes('\uFFFD'))
        return resolve(FORM_ERRORS.notUtf8)
      if (!fields.has(name))
        fields.set(name, text)
    }
    try {
      const reader = new Busboy({
        headers: { 'content-type': contentType },
        isPartAFile: () => true,
        limits: { parts: MOST_FIELDS, files: MOST_FIELDS, fileSize: MOST_FILE_BYTES, fieldNameSize: MOST_NAME_BYTES, headerPairs: 20, headerSize: 4096 },
      })
      reader.on('file', (name, stream, fileName, _encoding, mediaType) => {
        collect(stream, (bytes, cut) => take(String(name), bytes, isFile(fileName, mediaType), cut), broken)
      })
      for (const limit of ['partsLimit', 'filesLimit'] as const)
        reader.on(limit, () => resolve(FORM_ERRORS.tooMany))
      reader.on('error', broken)
      reader.on('finish', () => resolve({ fields, files }))
      reader.end(body)
    }
    catch {
      broken()
    }
  })
}

function collect(stream: Readable, done: (bytes: Buffer, cut: boolean) => void, broken: () => void): void {
  const chunks: Buffer[] = []
  let cut = false
  stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
  stream.on('limit', () => cut = true)
  stream.on('error', broken)
  stream.on('end', () => done(Buffer.concat(chunks), cut))
}

function isFile(fileName: string | undefined, mediaType: string): boolean {
  return fileName !== undefined || mediaType === 'application/octet-stream' || mediaType.startsWith('image/')
}

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes)
  }
  catch {
    return undefined
  }
}
