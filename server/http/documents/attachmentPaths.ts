import type { ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { z } from 'zod'
import { incidentEvents } from '../../../shared/families/incident/events.ts'
import { problemAnswer } from './answers.ts'

const { attachment, mediaType, bytes, note } = incidentEvents['incident.attached'].shape
const TYPES = mediaType.options
const desk = z.literal('desk')
const problem: ZodOpenApiResponseObject = { description: 'refused', content: { 'application/problem+json': { schema: problemAnswer } } }
const file = { schema: z.string().meta({ format: 'binary' }) }

/** Files of a matter, in and out. */
export const attachmentPaths: ZodOpenApiPathsObject = {
  '/api/v1/incidents/{id}/attachments': {
    post: {
      operationId: 'postAttachment',
      tags: ['desk'],
      summary: 'A photo or a PDF of a matter, at most 10 MiB; what a photo says of place, time and device is taken out',
      requestParams: {
        path: z.object({ id: z.string() }),
        query: z.object({ audience: desk, actor: z.string().describe('as in a command'), command: z.string().optional().describe('id of the command; sent again it has one effect'), note }),
      },
      requestBody: { required: true, content: { ...Object.fromEntries(TYPES.map(type => [type, file])), 'multipart/form-data': { schema: z.object({ file: file.schema }) } } },
      responses: {
        201: { description: 'kept and attached', content: { 'application/json': { schema: z.looseObject({ attachment, mediaType, bytes, entries: z.array(z.string()), version: z.string() }).meta({ id: 'Attached' }) } } },
        ...Object.fromEntries([403, 404, 409, 413, 415, 422, 429, 503, 507].map(status => [status, problem])),
      },
    },
  },
  '/api/v1/incidents/{id}/attachments/{hash}': {
    get: {
      operationId: 'getAttachment',
      tags: ['desk'],
      summary: 'One file',
      requestParams: { path: z.object({ id: z.string(), hash: attachment }), query: z.object({ audience: desk }) },
      responses: { 200: { description: 'the file', content: Object.fromEntries(TYPES.map(type => [type, file])) }, 403: problem, 404: problem },
    },
  },
}
