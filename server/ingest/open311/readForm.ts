import type { Open311Error } from './Open311Error.ts'
import { Busboy } from '@fastify/busboy'

const MOST_FIELDS = 100
const MOST_NAME_BYTES = 100
const MOST_FIELD_BYTES = 64 * 1024

export type Form = ReadonlyMap<string, string>

/** Fields of a form, url-encoded or multipart, in UTF-8; of a name that stands twice the first counts. Bounded in fields and sizes. */
export async function readForm(body: Buffer, contentType: string): Promise<Form | Open311Error> {
  const [type = '', ...parameters] = contentType.split(';').map(part => part.trim().toLowerCase())
  if (parameters.some(parameter => /^charset\s*=/.test(parameter) && !/=\s*"?utf-?8"?$/.test(parameter)))
    return { code: 415, description: 'Send the form in UTF-8.' }
  switch (type) {
    case 'application/x-www-form-urlencoded': return readUrlEncoded(body)
    case 'multipart/form-data': return readMultipart(body, contentType)
    default: return { code: 415, description: 'Send a form: application/x-www-form-urlencoded or multipart/form-data.' }
  }
}

function readUrlEncoded(body: Buffer): Form | Open311Error {
  const fields = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(body.toString())) {
    if (fields.size === MOST_FIELDS)
      return tooMany
    if (!fields.has(name))
      fields.set(name, value)
  }
  return fields
}

function readMultipart(body: Buffer, contentType: string): Promise<Form | Open311Error> {
  return new Promise((resolve) => {
    const fields = new Map<string, string>()
    const broken = () => resolve({ code: 400, description: 'The multipart form is broken or ends too soon.' })
    try {
      const reader = new Busboy({ headers: { 'content-type': contentType }, limits: { fields: MOST_FIELDS, parts: MOST_FIELDS, files: 1, fileSize: 1, fieldNameSize: MOST_NAME_BYTES, fieldSize: MOST_FIELD_BYTES, headerPairs: 20, headerSize: 4096 } })
      reader.on('field', (name, value, _nameCut, valueCut) => {
        if (valueCut)
          resolve({ code: 400, description: 'A field is too long.' })
        else if (!fields.has(name))
          fields.set(name, value)
      })
      reader.on('file', (_name, stream) => {
        stream.on('error', broken)
        stream.resume()
        resolve({ code: 400, description: 'Files are not taken here; give the address of a photo as media_url.' })
      })
      for (const limit of ['fieldsLimit', 'partsLimit', 'filesLimit'] as const)
        reader.on(limit, () => resolve(tooMany))
      reader.on('error', broken)
      reader.on('finish', () => resolve(fields))
      reader.end(body)
    }
    catch {
      broken()
    }
  })
}

const tooMany: Open311Error = { code: 400, description: `A form has at most ${MOST_FIELDS} fields.` }
