import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { z } from 'zod'
import { reportForm } from '../../ingest/open311/toReport.ts'

const errors = z.array(z.object({ code: z.number(), description: z.string() })).meta({ id: 'Open311Errors' })
const services = z.array(z.object({
  service_code: z.string(),
  service_name: z.string(),
  description: z.string(),
  metadata: z.boolean(),
  type: z.string(),
  keywords: z.string(),
  group: z.string(),
}))
const requests = z.array(z.object({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: z.string().describe('stage'),
  service_code: z.string(),
  service_name: z.string(),
  agency_responsible: z.string().nullable(),
  requested_datetime: z.string(),
  updated_datetime: z.string(),
  expected_datetime: z.string().nullable(),
  address_id: z.string().describe('grid code'),
  lat: z.number().nullable().describe('rounded to about 100 m'),
  long: z.number().nullable(),
  description: z.null().describe('free text stays inside'),
  address: z.null(),
  media_url: z.null(),
  service_notice: z.null(),
  zipcode: z.null(),
})).meta({ id: 'Open311Requests' })
const fields = reportForm.extend({ api_key: z.string() })
const photo = z.string().meta({ format: 'binary' })
const search = z.object({
  service_request_id: z.string().optional().describe('ids by comma; overrides the rest'),
  service_code: z.string().optional().describe('codes by comma'),
  status: z.string().optional().describe('open, closed or both'),
  start_date: z.string().optional().describe('default 90 days back'),
  end_date: z.string().optional(),
})

/** Open311 GeoReport v2. Each address ends in `.xml` as well, and then answers the same in XML. */
export const open311Paths: ZodOpenApiPathsObject = {
  '/open311/discovery.json': { get: operation('open311Discovery', 'Where GeoReport v2 is spoken', z.looseObject({})) },
  '/open311/v2/services.json': { get: operation('open311Services', 'What may be reported', services) },
  '/open311/v2/services/{code}.json': { get: { ...operation('open311Service', 'One service', z.object({ service_code: z.string(), attributes: z.array(z.unknown()) }), 404), requestParams: { path: z.object({ code: z.string() }) } } },
  '/open311/v2/requests.json': {
    get: { ...operation('open311Requests', 'Matters as a screen sees them, newest first, at most 1,000', requests, 400, 404), requestParams: { query: search } },
    post: {
      ...operation('open311Report', 'A report', z.array(z.object({ service_request_id: z.string(), service_notice: z.string().optional().describe('why a photo was not kept') })), 400, 403, 404, 413, 415, 429, 503),
      requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: fields }, 'multipart/form-data': { schema: fields.extend({ media: z.array(photo).max(5).optional().describe('photos: JPEG, PNG or WebP, at most 10 MiB each, 12 MiB in all; under whatever name') }) } } },
    },
  },
  '/open311/v2/requests/{id}.json': { get: { ...operation('open311Request', 'One matter', requests, 404), requestParams: { path: z.object({ id: z.string() }) } } },
}

function operation(operationId: string, summary: string, answer: z.ZodType, ...refusals: (400 | 403 | 404 | 413 | 415 | 429 | 503)[]): ZodOpenApiOperationObject {
  const refused: ZodOpenApiResponseObject = { description: 'refused', content: { 'application/json': { schema: errors } } }
  return {
    operationId,
    tags: ['ways in'],
    summary: `Open311: ${summary}`,
    responses: { 200: { description: 'as asked', content: { 'application/json': { schema: answer } } }, 405: refused, ...Object.fromEntries(refusals.map(status => [status, refused])) },
  }
}
