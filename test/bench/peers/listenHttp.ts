import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import express from 'express'

/** An HTTP server on a free port of loopback, serving a folder of pages if there is one. */
export async function listenHttp(pages: string | undefined): Promise<{ http: Server; port: number }> {
  const app = express()
  if (pages !== undefined)
    app.use(express.static(pages))
  const http = createServer(app)
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  return { http, port: (http.address() as AddressInfo).port }
}
