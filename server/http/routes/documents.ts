import type { Addresses } from '../Addresses.ts'
import { asyncapi } from '../documents/asyncapi.ts'
import { openapi } from '../documents/openapi.ts'

/** `/openapi.json` and `/asyncapi.json`, made when first asked for. */
export function documents(addresses: Addresses, { version, district, basePath }: { version: string; district: string; basePath: string }): void {
  serve(addresses, '/openapi.json', () => openapi(version, basePath))
  serve(addresses, '/asyncapi.json', () => asyncapi(version, district, basePath))
}

function serve(addresses: Addresses, path: '/openapi.json' | '/asyncapi.json', make: () => object): void {
  let text: string | undefined
  addresses.add(path, { GET: (_request, response) => {
    text ??= JSON.stringify(make(), undefined, 1)
    response.type('application/json').setHeader('Cache-Control', 'no-cache').send(text)
  } })
}
