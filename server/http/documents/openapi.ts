import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { z } from 'zod'
import { createDocument } from 'zod-openapi'
import { audience } from '../../../shared/words/Audience.ts'
import { command } from '../../../shared/commands/Command.ts'
import { EVENT_TYPES } from '../../../shared/state/eventTypes.ts'
import { instant } from '../../../shared/words/time/timeSchemas.ts'
import { commandAnswer } from '../../../shared/protocol/commandAnswer.ts'
import { regionCode } from '../../../shared/words/codes.ts'
import { districtAnswer, incidentAnswer, indicatorsAnswer, problemAnswer, readyAnswer, refusedAnswer, rejectedAnswer, resultsAnswer, settingsAnswer, stateAnswer, timelineAnswer, webhooksAnswer } from './answers.ts'
import { attachmentPaths } from './attachmentPaths.ts'
import { deskPaths } from './deskPaths.ts'
import { eventSchemas, exampleOf, nameOf } from './eventSchema.ts'
import { open311Paths } from './open311Paths.ts'
import { stretchQuery } from '../stretchOf.ts'

const event = z.union([...eventSchemas.values()] as never as readonly [z.ZodType, z.ZodType]).meta({ id: 'AnyEvent' })
const examples = Object.fromEntries(EVENT_TYPES.map(type => [nameOf(type), { summary: type, value: exampleOf(type) }]))
const strict = Object.fromEntries(EVENT_TYPES.map(type => [nameOf(type), { summary: type, value: { specversion: '1.0', source: 'hotline', id: `${nameOf(type)}-1`, ...exampleOf(type) } }]))
const scope = z.object({ audience: audience.optional(), region: regionCode.optional() })
const moment = scope.extend({ at: instant.optional().describe('as it was known at this moment of the past; default now') })
const tracker = z.object({
  id: z.string().optional().describe('device; deviceid and device_id mean the same'),
  lat: z.string().optional(),
  lon: z.string().optional(),
  location: z.string().optional().describe('lat,lon in place of the two'),
  timestamp: z.string().optional().describe('seconds or milliseconds since 1970, or ISO 8601'),
  speed: z.string().optional().describe('knots'),
  bearing: z.string().optional(),
  accuracy: z.string().optional().describe('metres'),
  batt: z.string().optional().describe('percent'),
  alarm: z.string().optional().describe('sos calls for help; any other word is kept with the fix; several by comma'),
})

/** OpenAPI 3.1 of everything that speaks HTTP, from the schemas that parse it. */
export function openapi(version: string, basePath: string): object {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Wangge 网格',
      version,
      description: 'Ways in and state of a live command centre. Changes come over /live: see /asyncapi.json.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: basePath || '/', description: 'this server' }],
    security: [],
    tags: [{ name: 'ways in', description: 'Events from other systems' }, { name: 'desk', description: 'What the duty officer does' }, { name: 'state', description: 'What is known' }, { name: 'health', description: 'Operations' }],
    paths: {
      '/api/v1/events': { post: postEvents },
      '/api/v1/commands': { post: postCommands },
      '/api/v1/incidents/{id}/timeline': { get: { ...get('getTimeline', 'desk', 'What happened to one matter, oldest first: the report and the newest moves and comments, or a page before or after an entry', timelineAnswer, undefined, 400, 404), requestParams: { path: z.object({ id: z.string() }), query: stretchQuery.extend({ audience: z.literal('desk') }) } } },
      ...open311Paths,
      ...attachmentPaths,
      ...deskPaths,
      '/api/v1/webhooks': { get: { ...get('getWebhooks', 'desk', 'Addresses that are told of events: last success, failures, newest dead letters', webhooksAnswer, undefined), requestParams: { query: z.object({ audience: z.literal('desk') }) }, responses: { 200: json('as asked', webhooksAnswer), 403: problem } } },
      '/api/v1/incidents/{id}': { get: { ...get('getIncident', 'desk', 'One matter as it stands: limits explained, report that is due, likely duplicates', incidentAnswer, undefined, 404), requestParams: { path: z.object({ id: z.string() }), query: z.object({ audience: z.literal('desk') }) } } },
      '/api/v1/indicators': { get: { ...get('getIndicators', 'desk', 'How matters are handled, in numbers', indicatorsAnswer, undefined, 400, 404), requestParams: { query: z.object({ audience: z.literal('desk'), region: regionCode.optional() }) } } },
      '/osmand': { get: { ...osmand('osmandGet'), requestParams: { query: tracker } }, post: { ...osmand('osmandPost'), requestParams: { query: tracker }, requestBody: trackerBody } },
      '/api/v1/state': { get: get('getState', 'state', 'The state of a scope with its cursor', stateAnswer, moment, 400, 404, 410, 503) },
      '/api/v1/district': { get: get('getDistrict', 'state', 'The data set, without its people', districtAnswer, scope, 400) },
      '/api/v1/rejected': { get: get('getRejected', 'state', 'What did not reach the picture, newest first, without its data', rejectedAnswer, undefined, 429) },
      '/api/v1/settings': { get: get('getSettings', 'state', 'What a page must know of this site', settingsAnswer, undefined, 429) },
      '/api/v1/origin-check': { post: originCheck },
      '/healthz': { get: get('healthz', 'health', 'Whether the process lives', z.object({ status: z.literal('ok') }), undefined, 405) },
      '/readyz': { get: { ...get('readyz', 'health', 'Whether the picture is that of the log', readyAnswer, undefined, 405), responses: { 200: json('ready', readyAnswer), 503: json('not ready', readyAnswer), 405: problem } } },
      '/metrics': { get: { operationId: 'metrics', tags: ['health'], summary: 'Prometheus', responses: { 200: { description: 'text', content: { 'text/plain': { schema: z.string() } } }, 405: problem } } },
    },
  })
}

const problem: ZodOpenApiResponseObject = { description: 'the whole request is refused', content: { 'application/problem+json': { schema: problemAnswer } } }

const exampleCommand = { type: 'acknowledge', id: '0b6e3a52', incident: 'WG-1', version: '1732432432000-0', actor: 'seat-1', data: { unit: '社区居委会' } }

const postEvents: ZodOpenApiOperationObject = {
  operationId: 'postEvents',
  tags: ['ways in'],
  summary: 'One event or many; CloudEvents 1.0 in structured, batch and binary mode',
  description: 'In binary mode the attributes are headers ce-specversion, ce-type, ce-source, ce-id, ce-subject, ce-time and the body is the data.',
  requestBody: {
    required: true,
    content: {
      'application/json': { schema: z.union([event, z.array(event).max(1000)]), examples },
      'application/cloudevents+json': { schema: event, examples: strict },
      'application/cloudevents-batch+json': { schema: z.array(event).max(1000) },
    },
  },
  responses: {
    200: json('any accepted, or an empty batch', resultsAnswer),
    422: json('none accepted', resultsAnswer),
    400: problem,
    413: problem,
    415: problem,
    429: problem,
    503: problem,
  },
}

const postCommands: ZodOpenApiOperationObject = {
  operationId: 'postCommands',
  tags: ['desk'],
  summary: 'A command about one matter: judged by its stage, its version and who acts; answered when kept',
  description: 'The same command may be sent again under its id: it has one effect. Over /live it is the message `command` with an acknowledgement.',
  requestBody: { required: true, content: { 'application/json': { schema: command, examples: { acknowledge: { value: exampleCommand } } } } },
  responses: {
    200: json('kept', commandAnswer),
    403: refusedCommand('not allowed, by role or place'),
    404: refusedCommand('no such matter'),
    409: refusedCommand('it contradicts the matter as it is now'),
    422: refusedCommand('it does not parse'),
    429: refusedCommand('too many'),
    503: refusedCommand('the log cannot be reached'),
    400: problem,
    415: problem,
  },
}

const originCheck: ZodOpenApiOperationObject = {
  operationId: 'originCheck',
  tags: ['state'],
  summary: 'Whether a page of this origin may write and open /live here',
  description: 'For a page whose /live does not open: a browser shows no answer to a handshake. It sends its Origin with this.',
  responses: { 204: { description: 'it may' }, 403: { ...problem, description: 'it may not; reason is `origin`, and the detail names PUBLIC_URL' } },
}

const trackerBody: ZodOpenApiOperationObject['requestBody'] = {
  content: {
    'application/x-www-form-urlencoded': { schema: tracker },
    'application/json': {
      schema: z.object({
        device_id: z.string(),
        location: z.object({
          timestamp: z.string().optional(),
          coords: z.object({ latitude: z.number(), longitude: z.number(), speed: z.number().optional().describe('metres per second'), heading: z.number().optional(), accuracy: z.number().optional() }).optional().describe('absent in a heartbeat'),
          battery: z.object({ level: z.number().describe('0–1') }).optional(),
          extras: z.object({ alarm: z.string().optional() }).optional(),
        }).optional(),
      }),
    },
  },
}

function osmand(operationId: string): ZodOpenApiOperationObject {
  return {
    operationId,
    tags: ['ways in'],
    summary: 'A position, a call for help or a heartbeat from a phone tracker (OsmAnd, Traccar Client)',
    responses: { 200: json('kept', z.object({ entry: z.string() })), 400: problem, 403: problem, 415: problem, 429: problem, 503: problem },
  }
}

function get(operationId: string, tag: string, summary: string, answer: z.ZodType, query: typeof scope | undefined, ...errors: (400 | 404 | 405 | 410 | 429 | 503)[]): ZodOpenApiOperationObject {
  return {
    operationId,
    tags: [tag],
    summary,
    ...(query && { requestParams: { query } }),
    responses: { 200: json('as asked', answer), ...Object.fromEntries(errors.map(status => [status, problem])) },
  }
}

function refusedCommand(description: string): ZodOpenApiResponseObject {
  return { description, content: { 'application/problem+json': { schema: refusedAnswer } } }
}

function json(description: string, schema: z.ZodType): ZodOpenApiResponseObject {
  return { description, content: { 'application/json': { schema } } }
}
