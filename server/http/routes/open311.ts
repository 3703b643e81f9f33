import type { IRoute, Request, RequestHandler, Response, Router } from 'express'
import type { District } from '../../../shared/domain/district/District.ts'
import type { AttachmentStore } from '../../attachments/AttachmentStore.ts'
import type { Aliases } from '../../Aliases.ts'
import type { Clock } from '../../clock.ts'
import type { ApiKeys } from '../../ingest/open311/ApiKeys.ts'
import type { Open311Error } from '../../ingest/open311/Open311Error.ts'
import type { EventRate } from '../../ingest/EventRate.ts'
import type { WayIn } from '../../ingest/acceptEvents.ts'
import type { Projection } from '../../projection/Projection.ts'
import type { Metrics } from '../Metrics.ts'
import type { Path } from '../routeTable.ts'
import { randomBytes } from 'node:crypto'
import express from 'express'
import { rateLimit } from 'express-rate-limit'
import { Folds } from '../../commands/Folds.ts'
import { acceptEvents } from '../../ingest/acceptEvents.ts'
import { discoveryOf } from '../../ingest/open311/discoveryOf.ts'
import { findRequests } from '../../ingest/open311/findRequests.ts'
import { readForm } from '../../ingest/open311/readForm.ts'
import { requestId } from '../../ingest/open311/requestId.ts'
import { searchOf } from '../../ingest/open311/searchOf.ts'
import { SERVICES, toService } from '../../ingest/open311/services.ts'
import { toReport } from '../../ingest/open311/toReport.ts'
import { toRequest } from '../../ingest/open311/toRequest.ts'
import { answer, onOpen311Error, refuse } from '../open311Answer.ts'
import { attachPhotos } from '../attachPhotos.ts'
import { methodsOf } from '../routeTable.ts'

const MOST_BYTES = 1024 * 1024
/** A form with photos. */
const MOST_MULTIPART_BYTES = 12 * MOST_BYTES
const MOST_UPLOADS = 8
const PATIENCE_MS = 2000
/** Reads a minute of one client. */
const READS_A_MINUTE = 6000

interface Parts {
  way: WayIn
  rate: EventRate
  metrics: Metrics
  clock: Clock
  keys: ApiKeys
  district: District
  projection: Projection
  store: AttachmentStore
  aliases: Aliases
  publicUrl: string | undefined
}

/** Open311 GeoReport v2 below `/open311` (O1–O6), in JSON and XML, errors too. It reads its own bodies, so that one too large is answered in its form. */
export function open311(router: Router, parts: Parts): void {
  const { district, projection, publicUrl, clock, aliases } = parts
  const folds = new Folds(projection, clock)
  router.use('/open311', rateLimit({
    limit: READS_A_MINUTE,
    windowMs: 60_000,
    standardHeaders: false,
    legacyHeaders: false,
    skip: ({ method }) => method === 'POST',
    handler: (request, response) => {
      response.setHeader('Retry-After', '10')
      refuse(request, response, 429, 'Too many requests from this address; go on in 10 s.')
    },
  }))
  at(router, '/open311/discovery').get((request, response) =>
    answer(request, response, 'discovery', discoveryOf(publicUrl ?? `${request.protocol}://${request.host}`)))
  at(router, '/open311/v2/services').get((request, response) =>
    answer(request, response, 'services', [...SERVICES.values()].map(service => toService(service, languageOf(request)))))
  at(router, '/open311/v2/services/:name').get((request, response) => {
    const service = SERVICES.get(nameOf(request))
    return service
      ? answer(request, response, 'service_definition', { service_code: service.code, attributes: [] })
      : refuse(request, response, 404, 'There is no such service; GET services lists them.')
  })
  at(router, '/open311/v2/requests/:name').get((request, response) => {
    const found = findRequests(projection.state, { ids: new Set([nameOf(request)]), from: -Infinity, to: Infinity }, aliases)
    return found.length > 0
      ? answerRequests(request, response, found)
      : refuse(request, response, 404, 'There is no such request; one that was closed is shown for two days.')
  })
  at(router, '/open311/v2/requests')
    .get((request, response) => {
      const search = searchOf(request.query, clock.now(), projection.state.basis.zoneMs)
      if ('code' in search)
        return refuse(request, response, search.code, search.description)
      answerRequests(request, response, findRequests(projection.state, search, aliases))
    })
    .post(bodies(), (request, response) => post(parts, folds, request, response))
  router.use('/open311', (request, response) => refuse(request, response, 404, 'There is nothing at this address; see /open311/discovery.json.'))
  router.use('/open311', onOpen311Error)

  function answerRequests(request: Request, response: Response, found: ReturnType<typeof findRequests>): void {
    answer(request, response, 'service_requests', found.map(incident => toRequest(incident, projection.state, district, languageOf(request), aliases)))
  }
}

/** Reads bodies: of forms with photos larger ones, but only so many at a time. */
function bodies(): RequestHandler {
  const [small, large] = [MOST_BYTES, MOST_MULTIPART_BYTES].map(limit => express.raw({ type: () => true, limit, inflate: false }))
  let uploads = 0
  return (request, response, next) => {
    if (!request.is('multipart/form-data'))
      return small!(request, response, next)
    if (uploads >= MOST_UPLOADS) {
      response.setHeader('Retry-After', '2')
      return refuse(request, response, 429, 'Too many reports with photos are coming in at once; send it again in a moment.')
    }
    uploads++
    response.on('close', () => uploads--)
    large!(request, response, next)
  }
}

async function post({ way, rate, metrics, keys, store }: Parts, folds: Folds, request: Request, response: Response): Promise<void> {
  const seconds = rate.secondsToWait(request.ip ?? '')
  if (seconds > 0) {
    response.setHeader('Retry-After', String(seconds))
    return refuse(request, response, 429, `Too many requests from this address; go on in ${seconds} s.`)
  }
  const form = await readForm(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0), request.headers['content-type'] ?? '')
  if (isError(form))
    return refuse(request, response, form.code, form.description)
  const key = form.fields.get('api_key') ?? request.query.api_key
  if (typeof key !== 'string' || !keys.has(key))
    return refuse(request, response, 403, 'api_key is missing or wrong; ask whoever runs this server for one.')
  rate.spend(request.ip ?? '', 1)
  const report = toReport(form.fields, requestId(randomBytes(12)))
  if (isError(report))
    return refuse(request, response, report.code, report.description)
  const [result] = await acceptEvents([report], { ...way, name: 'open311' })
  metrics.ingested('open311', result!.accepted ? 'accepted' : result!.reason)
  if (!result!.accepted)
    return refuse(request, response, 400, `${result!.path}: ${result!.message}`)
  const { entry = result!.entry, notice } = await attachPhotos(form.files, { store, way, id: result!.id })
  // Whoever asks for it next finds it.
  await folds.until(entry, PATIENCE_MS)
  answer(request, response, 'service_requests', [{ service_request_id: result!.id, ...(notice !== undefined && { service_notice: notice }) }])
}

/** A route of the table in its formats; a method that it lacks is answered 405. */
function at(router: Router, path: Extract<Path, `/open311/${string}`>): Pick<IRoute, 'get' | 'post'> {
  const paths = path.endsWith(':name') ? [path] : ['', '.json', '.xml'].map(format => `${path}${format}`)
  const methods = methodsOf(path)
  router.all(paths, (request, response, next) => {
    if (methods.includes(request.method))
      return next()
    response.setHeader('Allow', methods.join(', '))
    refuse(request, response, 405, `Use ${methods.join(' or ')} here.`)
  })
  return router.route(paths)
}

/** What stands in the address for an id or a code, without the format. */
function nameOf({ params }: Request): string {
  return String(params.name).replace(/\.(?:json|xml)$/, '')
}

function languageOf(request: Request): 'zh' | 'en' {
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh'
}

function isError(value: object): value is Open311Error {
  return 'code' in value && 'description' in value
}
