import type { Express } from 'express'
import type { Server } from 'node:http'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express from 'express'
import { problem } from './problem.ts'

/** Paths of programs: what is not found there is told as JSON, not as the page. */
const PROGRAMS = /^\/(?:api|open311|osmand|assets|live|socket\.io)(?:\/|$)|\.\w+$/

/** Serves the built client, one page for every path of people; in development through Vite, which may be closed. */
export async function serveClient(app: Express, { root, server, development }: { root: string; server: Server; development: boolean }): Promise<() => Promise<void>> {
  if (development) {
    const { createServer } = await import('vite')
    const vite = await createServer({ configFile: join(root, 'vite.config.ts'), server: { middlewareMode: true, hmr: { server } } })
    app.use(vite.middlewares)
    return () => vite.close()
  }
  const built = join(root, 'dist/client')
  // What is compressed already (fonts) goes as it is.
  app.use('/assets', compression(), express.static(join(built, 'assets'), { immutable: true, maxAge: '365d', fallthrough: true, index: false }))
  app.use(express.static(built, { index: false, maxAge: 0 }))
  app.get('/{*any}', (request, response, next) => {
    if (PROGRAMS.test(request.path))
      return next()
    if (!existsSync(join(built, 'index.html')))
      return problem(response, 404, 'The screens have not been built; run npm run build.')
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(join(built, 'index.html'))
  })
  return async () => undefined
}
