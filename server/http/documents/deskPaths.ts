import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { z } from 'zod'
import { deskResource } from '../../../shared/protocol/deskResource.ts'
import { handovers } from '../../../shared/protocol/handover.ts'
import { handoverAnswer } from '../../../shared/protocol/handoverAnswer.ts'
import { handoverDraft } from '../../../shared/protocol/handoverDraft.ts'
import { handoverSign } from '../../../shared/protocol/handoverSign.ts'
import { problemAnswer } from './answers.ts'

const problem: ZodOpenApiResponseObject = { description: 'refused', content: { 'application/problem+json': { schema: problemAnswer } } }
const refused: ZodOpenApiResponseObject = { description: 'refused, with the matters that stand in the way', content: { 'application/problem+json': { schema: handoverAnswer } } }

/** What the duty desk chooses from, and the handover of its shift. */
export const deskPaths: ZodOpenApiPathsObject = {
  '/api/v1/desk': { get: get('getDesk', 'Seats, people, units, checklists and offices', deskResource) },
  '/api/v1/handover': { get: get('getHandover', 'What one shift hands to the next, since the handover before', handoverDraft) },
  '/api/v1/handovers': {
    get: get('getHandovers', 'Handovers that are kept, newest first', handovers),
    post: {
      operationId: 'postHandover',
      tags: ['desk'],
      summary: 'One of the two seats signs a handover; sent again it has one effect',
      requestBody: { required: true, content: { 'application/json': { schema: handoverSign } } },
      responses: {
        200: { description: 'kept', content: { 'application/json': { schema: handoverAnswer } } },
        400: problem,
        415: problem,
        ...Object.fromEntries([403, 409, 422, 429, 503].map(status => [status, refused])),
      },
    },
  },
}

function get(operationId: string, summary: string, answer: z.ZodType): ZodOpenApiOperationObject {
  return {
    operationId,
    tags: ['desk'],
    summary,
    requestParams: { query: z.object({ audience: z.literal('desk') }) },
    responses: { 200: { description: 'as asked', content: { 'application/json': { schema: answer } } }, 403: problem },
  }
}
