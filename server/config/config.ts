import type { Env, EnvName } from './env.ts'
import { z } from 'zod'
import { authorityOf } from './authorityOf.ts'
import { publicUrl } from './publicUrl.ts'

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const SECRET: ReadonlySet<EnvName> = new Set(['MAPBOX_TOKEN', 'REDIS_URL'])
const PROXY = String.raw`(?:loopback|[\d.]{7,15}(?:/\d{1,2})?|[\da-f]*:[\da-f:]+(?:/\d{1,3})?)`
const PROXIES = new RegExp(String.raw`^(?:\d|${PROXY}(?:, ?${PROXY})*)$`, 'i')
const REDIS = /^rediss?(\+sentinel)?:\/\//

const settings = z.object({
  HOST: z.string().default('127.0.0.1')
    .refine(isLoopback, 'until sign-in exists the server listens on loopback alone: 127.0.0.1, ::1 or localhost'),
  PORT: whole(0, 65_535).default(8080),
  DATA_DIR: z.string().default('./data'),
  REDIS_URL: z.string().regex(REDIS, 'redis://…, rediss://… or redis+sentinel://…, a comma list for a cluster').optional(),
  DISTRICT_DIR: z.string().optional(),
  SIMULATOR: z.enum(['on', 'off'], 'on or off').optional(),
  MAPBOX_TOKEN: z.string().regex(/^pk\.[\w.-]+$/, 'a public token of Mapbox, which begins with pk.').optional(),
  MAP_STYLE: z.string().regex(/\.json$/, 'a style file whose name ends in .json').optional(),
  LOG_LEVEL: z.enum(LEVELS, LEVELS.join(', ')).default('info'),
  TRUST_PROXY: z.string().regex(PROXIES, 'the number of proxies in front (0–9), or their addresses by comma')
    .transform(text => /^\d$/.test(text) ? Number(text) : text).default(0),
  PUBLIC_URL: publicUrl.optional(),
  HOSTS: z.string().transform(text => text.split(',').map(host => host.trim()))
    .refine(hosts => hosts.every(authorityOf), 'names by comma, each with or without a port, such as wangge.example.cn,10.20.0.7:8080').default([]),
  INGEST_RATE: whole(1, 1_000_000).default(2000),
  WEBHOOKS: z.string().regex(/\.json$/, 'a file whose name ends in .json').optional(),
  NODE_ENV: z.string().optional(),
})

export interface Config {
  host: string
  port: number
  dataDir: string
  redisUrl?: string | undefined
  districtDir?: string | undefined
  /** Whether the simulator is wanted; absent: for the demo district. */
  simulator?: 'on' | 'off' | undefined
  mapboxToken?: string | undefined
  mapStyle?: string | undefined
  logLevel: (typeof LEVELS)[number]
  /** Number of proxies in front, or their addresses. */
  trustProxy: number | string
  publicUrl?: string | undefined
  /** The path of `publicUrl`, such as `/wangge`; else empty. */
  basePath: string
  /** Names under which it may be asked, beside those of loopback and of `publicUrl`. */
  hosts: readonly string[]
  /** Events a second that one client may send in. */
  ingestRate: number
  /** File of the addresses that are told of events. */
  webhooks?: string | undefined
  development: boolean
}

/** The server's settings, or one sentence for each wrong value: its name, the value, what is allowed. */
export function toConfig(env: Env): { config: Config } | { faults: string[] } {
  const parsed = settings.safeParse(env)
  if (!parsed.success)
    return { faults: parsed.error.issues.map(({ path, message }) => fault(path[0] as EnvName, env, message)) }
  const { data } = parsed
  return {
    config: {
      host: data.HOST,
      port: data.PORT,
      dataDir: data.DATA_DIR,
      redisUrl: data.REDIS_URL,
      districtDir: data.DISTRICT_DIR,
      simulator: data.SIMULATOR,
      mapboxToken: data.MAPBOX_TOKEN,
      mapStyle: data.MAP_STYLE,
      logLevel: data.LOG_LEVEL,
      trustProxy: data.TRUST_PROXY,
      publicUrl: data.PUBLIC_URL,
      basePath: basePathOf(data.PUBLIC_URL),
      hosts: data.HOSTS,
      ingestRate: data.INGEST_RATE,
      webhooks: data.WEBHOOKS,
      development: data.NODE_ENV === 'development',
    },
  }
}

function fault(name: EnvName, env: Env, allowed: string): string {
  return `${name} is ${SECRET.has(name) ? 'set to something else' : `"${env[name]}"`}; allowed is ${allowed}.`
}

function whole(min: number, max: number) {
  const allowed = `a whole number from ${min} to ${max}`
  return z.string().regex(/^\d{1,9}$/, allowed).transform(Number).refine(value => value >= min && value <= max, allowed)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
}

/** The path of a public address, such as `/wangge`; empty where it has none. */
function basePathOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '')
}
