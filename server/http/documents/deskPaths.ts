import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { z } from 'zod'
import { sosCommand } from '../../../shared/commands/sos/SosCommand.ts'
import { commandAnswer } from '../../../shared/protocol/commandAnswer.ts'
import { deskResource } from '../../../shared/protocol/desk/deskResource.ts'
import { handovers } from '../../../shared/protocol/desk/handover.ts'
import { handoverAnswer } from '../../../shared/protocol/desk/handoverAnswer.ts'
import { handoversQuery } from '../../../shared/protocol/desk/handover.ts'
import { handoverDraft } from '../../../shared/protocol/desk/handoverDraft.ts'
import { handoverSign } from '../../../shared/protocol/desk/handoverSign.ts'
import { losses } from '../../../shared/protocol/desk/loss.ts'
import { lossAnswer } from '../../../shared/protocol/desk/lossAnswer.ts'
import { lossSign } from '../../../shared/protocol/desk/lossSign.ts'
import { revealAsk } from '../../../shared/protocol/desk/reveal.ts'
import { revealAnswer } from '../../../shared/protocol/desk/revealAnswer.ts'
import { mattersAnswer, mattersQuery } from '../../../shared/protocol/desk/matters.ts'
import { problemAnswer } from './answers.ts'

const problem: ZodOpenApiResponseObject = { description: 'refused', content: { 'application/problem+json': { schema: problemAnswer } } }
const refused: ZodOpenApiResponseObject = { description: 'refused, with the matters that stand in the way', content: { 'application/problem+json': { schema: handoverAnswer } } }

/** What the duty desk chooses from, and the handover of its shift. */
export const deskPaths: ZodOpenApiPathsObject = {
  '/api/v1/desk': { get: get('getDesk', 'Seats, people, units, checklists and offices', deskResource) },
  '/api/v1/handover': { get: get('getHandover', 'What one shift hands to the next, since the handover before', handoverDraft) },
  '/api/v1/handovers': {
    get: { ...get('getHandovers', 'Handovers that are kept, newest first, without their lines; the one that waits, or one by its id, whole', handovers), requestParams: { query: handoversQuery } },
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
  '/api/v1/incidents': { get: { ...get('getIncidents', 'Matters by number, words, place, caller and date, ended ones too, newest first, a page at a time', mattersAnswer, 400, 503), requestParams: { query: mattersQuery } } },
  '/api/v1/reveal': {
    post: {
      operationId: 'postReveal',
      tags: ['desk'],
      summary: 'A seat asks for a name or number that is masked everywhere, and says what for; who asked and why is kept first, on the matter where it is a caller’s',
      requestBody: { required: true, content: { 'application/json': { schema: revealAsk } } },
      responses: {
        200: { description: 'as it stands in the log', content: { 'application/json': { schema: revealAnswer } } },
        400: problem,
        415: problem,
        ...Object.fromEntries([403, 404, 409, 422, 429, 503].map(status => [status, { description: 'refused; nothing was shown', content: { 'application/problem+json': { schema: revealAnswer } } }])),
      },
    },
  },
  '/api/v1/sos': {
    post: {
      operationId: 'postSos',
      tags: ['desk'],
      summary: 'A seat signs for a worker’s call for help, passes it on, or ends it with its outcome; sent again it has one effect, and of two seats the second is told who was first',
      requestBody: { required: true, content: { 'application/json': { schema: sosCommand } } },
      responses: {
        200: { description: 'kept', content: { 'application/json': { schema: commandAnswer } } },
        400: problem,
        415: problem,
        ...Object.fromEntries([403, 404, 409, 422, 429, 503].map(status => [status, { description: 'refused; nothing was changed', content: { 'application/problem+json': { schema: commandAnswer } } }])),
      },
    },
  },
  '/api/v1/losses': {
    get: get('getLosses', 'Times that the log went back, came back empty or was another one, newest first, with who signed for it', losses),
    post: {
      operationId: 'postLoss',
      tags: ['desk'],
      summary: 'A seat signs for what the log lost; sent again it has one effect, and of two seats the second is told who was first',
      requestBody: { required: true, content: { 'application/json': { schema: lossSign } } },
      responses: {
        200: { description: 'kept', content: { 'application/json': { schema: lossAnswer } } },
        400: problem,
        415: problem,
        ...Object.fromEntries([403, 404, 409, 422, 429, 503].map(status => [status, { description: 'refused, with the loss and who was first', content: { 'application/problem+json': { schema: lossAnswer } } }])),
      },
    },
  },
}

function get(operationId: string, summary: string, answer: z.ZodType, ...errors: (400 | 503)[]): ZodOpenApiOperationObject {
  return {
    operationId,
    tags: ['desk'],
    summary,
    requestParams: { query: z.object({ audience: z.literal('desk') }) },
    responses: { 200: { description: 'as asked', content: { 'application/json': { schema: answer } } }, 403: problem, ...Object.fromEntries(errors.map(status => [status, problem])) },
  }
}
