import type { Router } from 'express'
import { asyncapi } from '../documents/asyncapi.ts'
import { openapi } from '../documents/openapi.ts'
import { only } from '../only.ts'

/** `/openapi.json` and `/asyncapi.json`, made when first asked for. */
export function documents(router: Router, { version, district, basePath }: { version: string; district: string; basePath: string }): void {
  serve(router, '/openapi.json', () => openapi(version, basePath))
  serve(router, '/asyncapi.json', () => asyncapi(version, district, basePath))
}

function serve(router: Router, path: string, make: () => object): void {
  let text: string | undefined
  const route = router.route(path)
  route.get((_request, response) => {
    text ??= JSON.stringify(make(), undefined, 1)
    response.type('application/json').setHeader('Cache-Control', 'no-cache').send(text)
  })
  only(route, 'GET', 'HEAD')
}
