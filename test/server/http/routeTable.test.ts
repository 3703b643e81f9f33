import type { Access } from '../../../server/http/routeTable.ts'
import type { TestServer } from '../../support/startTestServer.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { methodsOf, ROUTES } from '../../../server/http/routeTable.ts'
import { startTestServer } from '../../support/startTestServer.ts'

/** As a request would name them. */
const rows = Object.entries(ROUTES as Record<string, Partial<Record<'GET' | 'POST', Access>>>).filter(([path]) => path !== '/api/v1/map-style').map(([path, access]) => ({ path, access, url: path.replace(/:\w+/g, 'none') }))
const calls = rows.flatMap(({ url, access }) => Object.entries(access).map(([method, { protection }]) => ({ method, url, protection })))

describe('the table of routes', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server[Symbol.asyncDispose]())
  const ask = (method: string, url: string, headers: Record<string, string> = {}) => fetch(server.url + url, { method, headers })

  it.each(rows)('[S10] $path answers the methods of its row, and 405 to any other', async ({ path, url }) => {
    const answer = await ask('PATCH', url)
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, methodsOf(path as keyof typeof ROUTES).join(', ')])
  })

  it.each(calls.filter(({ protection }) => protection.includes('says-desk')))('[N1] $method $url is for the desk alone', async ({ method, url }) => {
    expect((await ask(method, url)).status).toBe(403)
    expect((await ask(method, `${url}?audience=desk`)).status).not.toBe(403)
  })

  it.each(calls.filter(({ protection }) => protection.includes('own-pages')))('[S4] $method $url is not for pages of others', async ({ method, url }) => {
    expect((await ask(method, url, { 'origin': 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  it('[S10] what the documents tell of stands in the table, and the other way round', async () => {
    const { paths } = (await server.get('/openapi.json')).body as { paths: Record<string, Record<string, unknown>> }
    const told = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).filter(name => /^(?:get|post)$/.test(name)).map(method => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`))
    const mounted = rows.filter(({ path }) => !['/openapi.json', '/asyncapi.json'].includes(path)).flatMap(({ path, access }) => Object.keys(access).map(method => `${method} ${path}`))
    expect(told.map(bare).filter(each => !mounted.map(bare).includes(each))).toEqual([])
    expect(mounted.map(bare).filter(each => !told.map(bare).includes(each))).toEqual([])
  })
})

/** Without formats and the names of parameters. */
function bare(call: string): string {
  return call.replace(/\.(?:json|xml|:format)$/, '').replaceAll(/:\w+/g, ':')
}
