import type { Durability } from '../EventLog.ts'

export interface ServerInfo {
  /** Which run of which server this is. */
  run: string
  /** The highest durability that all replicas which follow, and the disk, give. */
  offers: Durability
  /** What it gives without replicas. */
  alone: Durability
  appendOnly: boolean
  /** Whether a write is flushed to the disk before it is answered. */
  flushes: boolean
  /** Whether it can be waited for that a write is flushed. */
  waitsForFlush: boolean
  /** Replicas that follow now. */
  replicas: number
  /** Why this server cannot hold the log, with the fix. */
  unfit?: string
}

const OLDEST_MAJOR = 7
/** A replica says how far it is each second; one that was silent for longer hangs. */
const MOST_SILENT_S = 2

/**
 * Reads what INFO says about a server that shall hold the log.
 * @param appendfsync its setting of that name, where its user may ask for it
 */
export function readServerInfo(info: string, appendfsync?: string): ServerInfo {
  const facts = new Map(info.split('\r\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
  const appendOnly = facts.get('aof_enabled') === '1'
  const flushes = appendOnly && appendfsync === 'always'
  const waitsForFlush = appendOnly && knowsWaitaof(facts)
  const followers = facts.get('role') === 'master' ? [...facts].filter(([name]) => /^slave\d+$/.test(name)).map(([, text]) => text) : []
  const following = followers.filter(text => text.includes('state=online'))
  const replicated = following.length > 0 && following.every(text => Number(/lag=(\d+)/.exec(text)?.[1] ?? 0) <= MOST_SILENT_S)
  const alone = flushes || waitsForFlush ? 'durable' : appendOnly ? 'kill-not-power' : 'accepted'
  const offers = replicated ? 'replicated' : alone
  return { run: facts.get('run_id') ?? '', offers, alone, appendOnly, flushes, waitsForFlush, replicas: following.length, ...unfit(facts) }
}

/** Since Redis 7.2; every Valkey has it. */
function knowsWaitaof(facts: ReadonlyMap<string, string>): boolean {
  const [major = 0, minor = 0] = (facts.get('redis_version') ?? '').split('.').map(Number)
  return facts.has('valkey_version') || major > OLDEST_MAJOR || (major === OLDEST_MAJOR && minor >= 2)
}

function unfit(facts: ReadonlyMap<string, string>): { unfit?: string } {
  const version = facts.get('redis_version') ?? '0'
  if (Number.parseInt(version, 10) < OLDEST_MAJOR)
    return { unfit: `it is Redis ${version}; use Redis 7.0 or newer, or Valkey` }
  const policy = facts.get('maxmemory_policy') ?? 'noeviction'
  if (Number(facts.get('maxmemory') ?? 0) > 0 && policy !== 'noeviction')
    return { unfit: `it throws away keys when memory is short (maxmemory-policy ${policy}); set maxmemory-policy noeviction` }
  return {}
}
