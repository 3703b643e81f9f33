import type { Request, Response } from 'express'
import type { Addresses } from '../Addresses.ts'
import type { AttachmentStore } from '../../attachments/AttachmentStore.ts'
import type { Commands } from '../../commands/Commands.ts'
import type { EventRate } from '../../ingest/EventRate.ts'
import type { Projection } from '../../projection/Projection.ts'
import type { Prepared } from '../../attachments/prepareFile.ts'
import { randomUUID } from 'node:crypto'
import express from 'express'
import { InTurn } from '../../attachments/InTurn.ts'
import { mediaTypeOf } from '../../attachments/mediaTypeOf.ts'
import { prepareFile } from '../../attachments/prepareFile.ts'
import { readUpload } from '../../attachments/readUpload.ts'
import { commandStatus } from '../commandStatus.ts'
import { problem } from '../problem.ts'

const MOST_BYTES = 10 * 1024 * 1024
/** A multipart form around a file of the largest size. */
const MOST_BODY_BYTES = MOST_BYTES + 64 * 1024
const MOST_UPLOADS = 8

interface Parts {
  commands: Commands
  projection: Projection
  rate: EventRate
  store: AttachmentStore
}

/** `POST /api/v1/incidents/ID/attachments?audience=desk&actor=…` and `GET …/attachments/HASH?audience=desk` (D1–D4). */
export function attachments(addresses: Addresses, { commands, projection, rate, store }: Parts): void {
  const inTurn = new InTurn()
  let uploads = 0

  addresses.add('/api/v1/incidents/:id/attachments', { POST: [(request, response, next) => {
    if (!projection.state.incident.incidents.has(request.params.id))
      return problem(response, 404, 'No such matter is known; one that ended long ago has left.')
    if (uploads >= MOST_UPLOADS) {
      response.setHeader('Retry-After', '2')
      return problem(response, 429, 'Too many files are coming in at once; send it again in a moment.', { reason: 'too-many' })
    }
    rate.spend(request.ip ?? '', 1)
    uploads++
    response.on('close', () => uploads--)
    next()
  }, express.raw({ type: () => true, limit: MOST_BODY_BYTES, inflate: false }), async (request, response) => {
    const file = await readUpload(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0), request.headers['content-type'] ?? '', MOST_BYTES)
    if (file === 'too-large')
      return problem(response, 413, 'A file is at most 10 MiB.', { reason: 'too-large' })
    const prepared = file ? prepareFile(file) : 'no-such-type'
    if (prepared === 'no-such-type')
      return problem(response, 415, 'Send a JPEG, PNG or WebP photo or a PDF, as the body or as the file of a multipart form.')
    if (prepared === 'broken')
      return problem(response, 422, 'The photo is broken; take or send it again.', { reason: 'bad-data' })
    // One after the other for each matter: what one takes away again is not what another has just attached.
    await inTurn.run(request.params.id, () => attach(request, response, prepared))
  }] })

  addresses.add('/api/v1/incidents/:id/attachments/:hash', { GET: async (request, response) => {
    const { id, hash } = request.params
    const bytes = /^[0-9a-f]{64}$/.test(hash) ? await store.get(id, hash) : undefined
    const mediaType = bytes && mediaTypeOf(bytes)
    if (!mediaType)
      return problem(response, 404, 'This matter has no such attachment here.')
    response.type(mediaType)
    response.setHeader('Content-Disposition', mediaType === 'application/pdf' ? `attachment; filename="${hash.slice(0, 12)}.pdf"` : 'inline')
    response.setHeader('Content-Security-Policy', 'default-src \'none\'; sandbox')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Cache-Control', 'no-store')
    response.send(bytes)
  } })

  async function attach(request: Request<{ id: string }>, response: Response, { bytes, data }: Prepared): Promise<void> {
    const { params: { id }, query: { actor, command, note } } = request
    const known = () => projection.state.incident.incidents.get(id)?.attachments?.some(each => each.id === data.attachment) === true
    if (await store.put(id, data.attachment, bytes) === 'full')
      return problem(response, 507, 'The disk of the server is full; nothing was kept. Whoever runs it must make room, then send the file again.')
    const version = projection.state.incident.incidents.get(id)?.entry
    const answer = await commands.execute({ type: 'attach', id: command ?? randomUUID(), incident: id, version, actor, data: { ...data, ...(note !== undefined && { note }) } })
    response.setHeader('Cache-Control', 'no-store')
    if (answer.accepted) {
      response.status(201).json({ ...data, ...answer })
      return
    }
    if (!known())
      await store.remove(id, data.attachment)
    problem(response, answer.reason === 'too-many' ? 409 : commandStatus(answer.reason), answer.message, answer)
  }
}
