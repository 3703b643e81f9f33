import type { Clock } from '../../server/clock.ts'
import type { Config } from '../../server/config/config.ts'
import type { ArrivalLimits } from '../../server/http/arrivalLimits.ts'
import type { FanoutLimits } from '../../server/fanout/limits.ts'
import type { RunningServer } from '../../server/startServer.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { toConfig } from '../../server/config/config.ts'
import { startServer } from '../../server/startServer.ts'

export const TINY_DISTRICT = fileURLToPath(new URL('fixtures/tiny-district', import.meta.url))

export interface TestServer extends RunningServer {
  dataDir: string
  /** Lines at level warn and above. */
  logged: string[]
  /** GET of a path, parsed; with the status. */
  get: (path: string) => Promise<{ status: number; headers: Headers; body: unknown }>
  post: (events: unknown, headers?: Record<string, string>) => Promise<{ status: number; headers: Headers; body: unknown }>
}

interface Options extends Partial<Config> {
  clock?: Clock
  limits?: Partial<FanoutLimits>
  arrival?: Partial<ArrivalLimits>
  firstRestMs?: number
  /** An error that the test means to provoke; any other one fails it when the server is disposed. */
  expectError?: RegExp
}

/** A real server on a free port with the tiny district and, unless told otherwise, an embedded log that is deleted afterwards. */
export async function startTestServer({ clock, limits, arrival, firstRestMs, expectError, ...config }: Options = {}): Promise<TestServer> {
  const temporary = config.dataDir === undefined ? await mkdtemp(join(tmpdir(), 'wangge-server-')) : undefined
  const dataDir = config.dataDir ?? temporary!
  const logged: string[] = []
  const logger = pino({ level: 'warn', base: null }, { write: (line: string) => void logged.push(line) })
  const defaults = toConfig({ PORT: '0' })
  if ('faults' in defaults)
    throw new Error(defaults.faults.join())
  const server = await startServer({ ...defaults.config, districtDir: TINY_DISTRICT, ...config, dataDir }, { ...(clock && { clock }), ...(limits && { limits }), ...(arrival && { arrival }), ...(firstRestMs !== undefined && { firstRestMs }), logger })

  async function ask(path: string, init?: RequestInit) {
    const response = await fetch(server.url + path, init)
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) as unknown : text }
  }

  return {
    ...server,
    dataDir,
    logged,
    get: path => ask(path),
    post: (events, headers) => ask('/api/v1/events', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof events === 'string' ? events : JSON.stringify(events) }),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      if (temporary)
        await rm(temporary, { recursive: true, force: true })
      const unexpected = logged.filter(line => (JSON.parse(line) as { level: number }).level >= 50 && !expectError?.test(line))
      if (unexpected.length > 0)
        throw new Error(`the server logged errors:\n${unexpected.join('')}`)
    },
  }
}
