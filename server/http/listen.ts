import type { Server } from 'node:http'
import type { Config } from '../config/config.ts'
import { pause } from '../clock.ts'
import type { Clock } from '../clock.ts'
import { StartError } from '../StartError.ts'

const GRACE_MS = 1000

/** Resolves when the server listens. @throws StartError if it cannot */
export function listen(http: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(new StartError(wordsFor(error, host, port), { cause: error })))
    http.listen(port, host, resolve)
  })
}

/** Lets requests that are being answered end, for a moment. */
export async function closeHttp(http: Server, clock: Clock): Promise<void> {
  const closed = new Promise<void>(resolve => http.close(() => resolve()))
  http.closeIdleConnections()
  await Promise.race([closed, pause(clock, GRACE_MS)])
  http.closeAllConnections()
  await closed
}

function wordsFor({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE': return `Port ${port} on ${host} is taken by another program; end that one, or set PORT to another number.`
    case 'EACCES': return `Port ${port} may not be used by this user; set PORT to a number above 1023.`
    case 'EADDRNOTAVAIL': return `${host} is no address of this machine; set HOST to 127.0.0.1.`
    default: return `The server cannot listen on ${host}:${port} (${message}); set HOST and PORT.`
  }
}
