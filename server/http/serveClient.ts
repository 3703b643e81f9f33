import type { Express } from 'express'
import type { Server } from 'node:http'
import type { Config } from '../config/config.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import compression from 'compression'
import express from 'express'
import { problem } from './problem.ts'

/** Paths of programs: what is not found there is told as JSON, not as the page. */
const PROGRAMS = /^\/(?:api|open311|osmand|assets|live|socket\.io)(?:\/|$)|\.\w+$/

interface Parts {
  root: string
  server: Server
  config: Pick<Config, 'development' | 'basePath'>
}

/** Serves the built client, one page for every path of people; in development through Vite, which may be closed. */
export async function serveClient(app: Express, { root, server, config: { development, basePath } }: Parts): Promise<() => Promise<void>> {
  if (development) {
    const { createServer } = await import('vite')
    const vite = await createServer({ configFile: join(root, 'vite.config.ts'), server: { middlewareMode: true, hmr: { server } } })
    app.use(vite.middlewares)
    return () => vite.close()
  }
  const built = join(root, 'dist/client')
  // What is compressed already (fonts) goes as it is.
  app.use('/assets', compression(), express.static(join(built, 'assets'), { immutable: true, maxAge: '365d', fallthrough: true, index: false, redirect: false }))
  app.use(express.static(built, { index: false, redirect: false, maxAge: 0 }))
  app.get('/{*any}', async (request, response, next) => {
    if (PROGRAMS.test(request.path))
      return next()
    const page = await readFile(join(built, 'index.html'), 'utf8').catch(() => undefined)
    if (page === undefined)
      return problem(response, 404, 'The screens have not been built; run npm run build.')
    response.setHeader('Cache-Control', 'no-cache').type('html').send(pageUnder(basePath, page))
  })
  return async () => undefined
}

/** The built page with every address of this server under `basePath`, however deep the link is by which it was opened (S7). */
function pageUnder(basePath: string, page: string): string {
  return page
    .replace(/((?:href|src)=")\.?\//g, `$1${basePath}/`)
    .replace('data-base="/"', `data-base="${basePath}/"`)
}
