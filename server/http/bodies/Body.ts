import type { Request, Response } from 'express'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Encoding = 'br' | 'gzip' | 'identity'

/** A JSON answer kept for many readers: compressed once per encoding, off the main thread. */
export class Body {
  private readonly encoded = new Map<Encoding, Promise<Buffer>>()
  /** Bytes of the smallest form that has been made. */
  bytes: number
  /** Bytes of all forms together. */
  held: number

  constructor(private readonly json: Buffer, readonly etag: string, private readonly cacheControl: string) {
    this.bytes = json.length
    this.held = json.length
  }

  async send(request: Request, response: Response): Promise<void> {
    response.setHeader('ETag', this.etag)
    response.setHeader('Cache-Control', this.cacheControl)
    response.setHeader('Vary', 'Accept-Encoding')
    if (isKnown(request.headers['if-none-match'], this.etag)) {
      response.status(304).end()
      return
    }
    const encoding: Encoding = request.acceptsEncodings('br') ? 'br' : request.acceptsEncodings('gzip') ? 'gzip' : 'identity'
    const body = await this.as(encoding)
    if (encoding !== 'identity')
      response.setHeader('Content-Encoding', encoding)
    response.type('application/json').setHeader('Content-Length', body.length)
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  private as(encoding: Encoding): Promise<Buffer> {
    const known = this.encoded.get(encoding)
    if (known)
      return known
    const made = compress(this.json, encoding).then((body) => {
      this.bytes = Math.min(this.bytes, body.length)
      if (encoding !== 'identity')
        this.held += body.length
      return body
    })
    this.encoded.set(encoding, made)
    return made
  }
}

// Not `request.fresh`: that gives way to the no-cache which some programs send along.
function isKnown(header: string | undefined, etag: string): boolean {
  return header?.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag) === true
}

function compress(json: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br': return promisify(brotliCompress)(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    case 'gzip': return promisify(gzip)(json, { level: 5 })
    case 'identity': return Promise.resolve(json)
  }
}
