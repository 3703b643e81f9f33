import { describe, expect, it } from 'vitest'
import { readServerInfo } from '../../../../server/log/redis/readServerInfo.ts'

const info = (lines: Record<string, string>) => ['# Server', ...Object.entries(lines).map(([name, value]) => `${name}:${value}`), ''].join('\r\n')
const good = { redis_version: '7.0.15', aof_enabled: '1', role: 'master', connected_slaves: '0', maxmemory: '0', maxmemory_policy: 'noeviction' }

describe('readServerInfo', () => {
  const online = 'ip=10.0.0.2,port=6379,state=online,offset=1,lag=1'
  it.each([
    [{}, undefined, 'kill-not-power'],
    [{}, 'everysec', 'kill-not-power'],
    [{}, 'always', 'durable'],
    [{ redis_version: '7.2.4' }, undefined, 'durable'],
    [{ redis_version: '8.0.0' }, 'no', 'durable'],
    [{ valkey_version: '8.1.0' }, undefined, 'durable'],
    [{ aof_enabled: '0' }, 'always', 'accepted'],
    [{ connected_slaves: '2', slave0: online, slave1: online }, undefined, 'replicated'],
    [{ connected_slaves: '1', slave0: online.replace('lag=1', 'lag=7') }, undefined, 'kill-not-power'],
    [{ connected_slaves: '1', slave0: online.replace('online', 'wait_bgsave') }, undefined, 'kill-not-power'],
    [{ role: 'slave', connected_slaves: '1', slave0: online }, undefined, 'kill-not-power'],
  ])('[L3][L26] with %j and appendfsync %s offers %s', (facts, appendfsync, offers) => {
    expect(readServerInfo(info({ ...good, ...facts }), appendfsync)).toMatchObject({ offers })
  })

  it.each([
    [{ redis_version: '6.2.14' }, 'it is Redis 6.2.14; use Redis 7.0 or newer, or Valkey'],
    [{ maxmemory: '1000', maxmemory_policy: 'allkeys-lru' }, 'set maxmemory-policy noeviction'],
    [{ maxmemory: '1000', maxmemory_policy: 'volatile-ttl' }, 'set maxmemory-policy noeviction'],
    [{ maxmemory: '1000' }, undefined],
    [{ redis_version: '7.2.4', valkey_version: '8.1.0' }, undefined],
  ])('with %j is unfit because %j', (facts, unfit) => {
    expect(readServerInfo(info({ ...good, ...facts })).unfit).toEqual(unfit === undefined ? undefined : expect.stringContaining(unfit))
  })
})
