import { describe, expect, it } from 'vitest'
import { readServerInfo } from '../../../../server/log/redis/readServerInfo.ts'

const info = (lines: Record<string, string>) => ['# Server', ...Object.entries(lines).map(([name, value]) => `${name}:${value}`), ''].join('\r\n')
const good = { redis_version: '7.0.15', aof_enabled: '1', role: 'master', connected_slaves: '0', maxmemory: '0', maxmemory_policy: 'noeviction' }

describe('readServerInfo', () => {
  it.each([
    [{}, 'durable'],
    [{ aof_enabled: '0' }, 'accepted'],
    [{ connected_slaves: '2' }, 'replicated'],
    [{ role: 'slave', connected_slaves: '2' }, 'durable'],
  ])('[L3] with %j offers %s', (facts, offers) => {
    expect(readServerInfo(info({ ...good, ...facts }))).toMatchObject({ offers })
  })

  it.each([
    [{ redis_version: '6.2.14' }, 'it is Redis 6.2.14; use Redis 7.0 or newer, or Valkey'],
    [{ maxmemory: '1000', maxmemory_policy: 'allkeys-lru' }, 'set maxmemory-policy noeviction'],
    [{ maxmemory: '1000' }, undefined],
    [{ redis_version: '7.2.4', valkey_version: '8.1.0' }, undefined],
  ])('with %j is unfit because %j', (facts, unfit) => {
    expect(readServerInfo(info({ ...good, ...facts })).unfit).toEqual(unfit === undefined ? undefined : expect.stringContaining(unfit))
  })
})
