import type { ChildFiles } from '../processes/buildChildren.ts'
import type { Received } from '../processes/socketsChild.ts'
import type { VariantName } from '../peers/Variant.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { benchTime } from '../benchTime.ts'
import { Child } from '../processes/Child.ts'

export interface Load {
  redisUrl: string
  files: ChildFiles
  rate: number
  sockets: number
  seconds: number
}

export interface LiveFigures extends Received {
  /** Server CPU, ms, for each thousand events that reached every client. */
  cpuPerThousand: number
  /** Share of the events written that reached a client within the window. */
  delivered: number
}

/** Before the window: no less than this load, so that even a quiet one finds a server that has been at work, its code compiled. */
const WARM_RATE = 1000
const WARM_MS = 8000
const SETTLE_MS = 1000
const DECODERS = 4

/** One variant under one load: server, sockets and producer each a process of their own, on a log that starts empty. */
export async function liveRun(variant: VariantName, windowMs: number, { redisUrl, files, rate, sockets, seconds }: Load): Promise<LiveFigures> {
  await emptyRedis(redisUrl)
  const env = benchTime.env()
  await using server = new Child(files.server)
  const { port } = await server.ask<{ port: number }>('start', { variant, redisUrl, windowMs })
  await using clients = new Child(files.sockets, { env })
  await clients.ask('connect', { variant, port, count: sockets, decoders: DECODERS })
  await using producer = new Child(files.producer, { env })
  await producer.ask('start', { redisUrl, rate: Math.max(rate, WARM_RATE), open: 300 })
  await pause(WARM_MS)
  await producer.ask('rate', rate)
  await pause(SETTLE_MS)
  const before = await Promise.all([server.ask<number>('cpu'), producer.ask<number>('written'), clients.ask('begin')])
  await pause(seconds * 1000)
  const [cpu, written, received] = await Promise.all([server.ask<number>('cpu'), producer.ask<number>('written'), clients.ask<Received>('report')])
  return {
    ...received,
    cpuPerThousand: (cpu - before[0]) / received.events * 1000,
    delivered: received.events / (written - before[1]),
  }
}

export async function emptyRedis(url: string): Promise<void> {
  const redis = new Redis(url)
  await redis.flushall()
  redis.disconnect()
}
