import { Redis } from 'ioredis'
import { STREAMS } from '../../../shared/words/stream.ts'

/** An event as a peer sends it on: everything that stands in the log, its data parsed. */
export interface LogEvent {
  stream: string
  entry: string
  data: unknown
  [attribute: string]: unknown
}

const COUNT = 500
const BLOCK_MS = 1000

/** Reads the log's streams from now on, as any program would; resolves when it is reading. */
export async function tailStreams(redisUrl: string, take: (events: LogEvent[]) => void): Promise<void> {
  const redis = new Redis(redisUrl)
  const keys = STREAMS.map(stream => `{152921}:${stream}`)
  const after = await Promise.all(keys.map(async key => (await redis.xrevrange(key, '+', '-', 'COUNT', 1))[0]?.[0] ?? '0-0'))
  const read = async (): Promise<never> => {
    for (;;) {
      const reply = await redis.xread('COUNT', COUNT, 'BLOCK', BLOCK_MS, 'STREAMS', ...keys, ...after)
      const events: LogEvent[] = []
      for (const [key, entries] of reply ?? []) {
        for (const [entry, texts] of entries)
          events.push(toEvent(key, entry, texts))
        after[keys.indexOf(key)] = entries[entries.length - 1]![0]
      }
      if (events.length > 0)
        take(events)
    }
  }
  void read()
}

/** All that stands in the log, in the order of time. */
export async function readStreams(redisUrl: string): Promise<LogEvent[]> {
  const redis = new Redis(redisUrl)
  const pages = await Promise.all(STREAMS.map(async (stream) => {
    const key = `{152921}:${stream}`
    return (await redis.xrange(key, '-', '+')).map(([entry, texts]) => toEvent(key, entry, texts))
  }))
  redis.disconnect()
  return pages.flat().sort((a, b) => Number.parseInt(a.entry) - Number.parseInt(b.entry))
}

function toEvent(key: string, entry: string, texts: string[]): LogEvent {
  const event: LogEvent = { stream: key.slice(9), entry, data: undefined, source: 'redis', id: entry }
  for (let i = 0; i < texts.length; i += 2)
    event[texts[i]!] = texts[i] === 'data' ? JSON.parse(texts[i + 1]!) : texts[i + 1]!
  return event
}
