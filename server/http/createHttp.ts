import type { Server } from 'node:http'
import type { ArrivalLimits } from './arrivalLimits.ts'
import { createServer } from 'node:http'
import { Arrivals } from './Arrivals.ts'

const LOOK_MS = 1000

/** The server that listens: what does not arrive whole in its time is answered 408 and cut off (S8). */
export function createHttp({ headersMs, requestMs, silentMs, arriving }: ArrivalLimits): Server {
  const http = createServer({ headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: Math.min(LOOK_MS, headersMs) })
  http.timeout = silentMs
  // Held by the server's own listeners.
  void new Arrivals(http, arriving)
  return http
}
