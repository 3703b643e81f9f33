import { describe, expect, it } from 'vitest'
import { parseRedisUrl } from '../../../../server/log/redis/parseRedisUrl.ts'
import { describeTarget } from '../../../../server/log/redis/RedisTarget.ts'

const open = { username: undefined, password: undefined, tls: false }

describe('parseRedisUrl', () => {
  it.each([
    ['redis://localhost', { kind: 'standalone', ...open, address: { host: 'localhost', port: 6379 }, db: 0 }],
    ['redis://10.0.0.7:7000/3', { kind: 'standalone', ...open, address: { host: '10.0.0.7', port: 7000 }, db: 3 }],
    ['redis://[::1]:7000', { kind: 'standalone', ...open, address: { host: '::1', port: 7000 }, db: 0 }],
    ['rediss://wang:p%40ss%3A@db.example.org', { kind: 'standalone', username: 'wang', password: 'p@ss:', tls: true, address: { host: 'db.example.org', port: 6379 }, db: 0 }],
    ['redis://:secret@h', { kind: 'standalone', ...open, password: 'secret', address: { host: 'h', port: 6379 }, db: 0 }],
    ['redis+sentinel://a:26379,b:1,c/main', { kind: 'sentinel', ...open, sentinels: [{ host: 'a', port: 26379 }, { host: 'b', port: 1 }, { host: 'c', port: 26379 }], master: 'main', db: 0 }],
    ['rediss+sentinel://u:p@a/main/2', { kind: 'sentinel', username: 'u', password: 'p', tls: true, sentinels: [{ host: 'a', port: 26379 }], master: 'main', db: 2 }],
    ['redis://a:1,redis://b:2,redis://c:3', { kind: 'cluster', ...open, nodes: [{ host: 'a', port: 1 }, { host: 'b', port: 2 }, { host: 'c', port: 3 }] }],
    ['redis://:x@a:1,b:2, redis://:x@c', { kind: 'cluster', ...open, password: 'x', nodes: [{ host: 'a', port: 1 }, { host: 'b', port: 2 }, { host: 'c', port: 6379 }] }],
  ])('reads %s', (url, target) => {
    expect(parseRedisUrl(url)).toEqual(target)
  })

  it.each([
    ['', 'not a Redis address'],
    ['localhost:6379', 'not a Redis address'],
    ['http://localhost', 'not a Redis address'],
    ['redis://', 'not a Redis address'],
    ['redis://a:99999', 'a host or port in it is not one'],
    ['redis://a,', 'a host or port in it is not one'],
    ['redis://a:1,redis://b:2/1', 'a cluster knows no databases'],
    ['redis://a/x', 'the database is a number'],
    ['redis://u:%zz@a', 'must be written %25'],
    ['redis://a,rediss://b', 'the same scheme'],
    ['redis+sentinel://a:1', '/master-name'],
    ['redis+sentinel://a:1/m/x', '/master-name'],
    ['redis+sentinel://a/m,redis+sentinel://b/m', 'only once'],
  ])('refuses %j with why and what is allowed', (url, why) => {
    const target = parseRedisUrl(url)
    expect(target).toMatchObject({ wrong: expect.stringContaining(why) })
    expect(target).toMatchObject({ wrong: expect.stringContaining('redis+sentinel://[user:password@]host:port,host:port/master-name') })
  })

  it('never tells a password', () => {
    for (const url of ['redis://u:hunter2@a:99999', 'redis://u:hunter2@a/x', 'redis://u:hunter2@a', 'redis://u:hunter2@a,b', 'redis+sentinel://u:hunter2@a/m']) {
      const target = parseRedisUrl(url)
      expect('wrong' in target ? target.wrong : describeTarget(target)).not.toContain('hunter2')
    }
  })
})
