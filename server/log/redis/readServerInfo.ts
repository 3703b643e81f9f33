import type { Durability } from '../EventLog.ts'

export interface ServerInfo {
  offers: Durability
  appendOnly: boolean
  /** Why this server cannot hold the log, with the fix. */
  unfit?: string
}

const OLDEST_MAJOR = 7

/** Reads what INFO says about a server that shall hold the log. */
export function readServerInfo(info: string): ServerInfo {
  const facts = new Map(info.split('\r\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
  const appendOnly = facts.get('aof_enabled') === '1'
  const replicated = facts.get('role') === 'master' && Number(facts.get('connected_slaves') ?? 0) > 0
  return { offers: replicated ? 'replicated' : appendOnly ? 'durable' : 'accepted', appendOnly, ...unfit(facts) }
}

function unfit(facts: ReadonlyMap<string, string>): { unfit?: string } {
  const version = facts.get('redis_version') ?? '0'
  if (Number.parseInt(version, 10) < OLDEST_MAJOR)
    return { unfit: `it is Redis ${version}; use Redis 7.0 or newer, or Valkey` }
  if (Number(facts.get('maxmemory') ?? 0) > 0 && facts.get('maxmemory_policy')?.startsWith('allkeys'))
    return { unfit: `it throws away keys when memory is short (maxmemory-policy ${facts.get('maxmemory_policy')}); set maxmemory-policy noeviction` }
  return {}
}
