import { Busboy } from '@fastify/busboy'

/** The bytes of an upload: the body itself, or the first file of a multipart form; undefined if a form is broken or holds none. */
export function readUpload(body: Buffer, contentType: string, mostBytes: number): Promise<Buffer | 'too-large' | undefined> {
  if (!/^multipart\/form-data\s*;/i.test(contentType))
    return Promise.resolve(body.length > mostBytes ? 'too-large' : body)
  return new Promise((resolve) => {
    const none = () => resolve(undefined)
    try {
      const reader = new Busboy({ headers: { 'content-type': contentType }, limits: { fields: 20, parts: 21, files: 1, fileSize: mostBytes, fieldSize: 16 * 1024, headerPairs: 20, headerSize: 4096 } })
      reader.on('file', (_name, stream) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
        stream.on('limit', () => resolve('too-large'))
        stream.on('error', none)
        stream.on('end', () => resolve(Buffer.concat(chunks)))
      })
      reader.on('error', none)
      reader.on('finish', none)
      reader.end(body)
    }
    catch {
      none()
    }
  })
}
