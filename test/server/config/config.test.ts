import { describe, expect, it } from 'vitest'
import { toConfig } from '../../../server/config/config.ts'
import { readEnv } from '../../../server/config/env.ts'

describe('toConfig', () => {
  it('has a default for everything', () => {
    expect(toConfig({})).toEqual({ config: expect.objectContaining({ host: '127.0.0.1', port: 8080, dataDir: './data', logLevel: 'info', trustProxy: 0, development: false }) })
    expect(toConfig({})).toHaveProperty('config.redisUrl', undefined)
    expect((toConfig({}) as { config: { ingestRate: number } }).config.ingestRate).toBeGreaterThanOrEqual(1000)
  })

  it('takes what is allowed', () => {
    const env = { HOST: '::1', PORT: '0', REDIS_URL: 'redis+sentinel://a:1,b:2/mymaster', TRUST_PROXY: '1', PUBLIC_URL: 'https://wangge.example.cn/', INGEST_RATE: '50', NODE_ENV: 'development', SIMULATOR: 'off' }
    expect(toConfig(env)).toEqual({ config: expect.objectContaining({ host: '::1', port: 0, trustProxy: 1, publicUrl: 'https://wangge.example.cn', ingestRate: 50, development: true, simulator: 'off' }) })
    expect(toConfig({ HOSTS: 'wangge.example.cn, 10.20.0.7:8443,[::1]' })).toHaveProperty('config.hosts', ['wangge.example.cn', '10.20.0.7:8443', '[::1]'])
    for (const url of ['https://example.cn/wangge', 'http://127.0.0.1:8105/a/b-c.d'])
      expect(toConfig({ PUBLIC_URL: `${url}/` })).toHaveProperty('config.publicUrl', url)
    expect(toConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8' })).toHaveProperty('config.trustProxy', 'loopback, 10.0.0.0/8')
  })

  it.each([
    ['HOST', '0.0.0.0', /HOST is "0\.0\.0\.0"; allowed is .*loopback/],
    ['HOST', '192.168.1.2', /loopback/],
    ['PORT', 'abc', /PORT is "abc"; allowed is a whole number from 0 to 65535\./],
    ['PORT', '70000', /65535/],
    ['PORT', '-1', /65535/],
    ['REDIS_URL', 'http://x', /^REDIS_URL is set to something else; allowed is redis:/],
    ['LOG_LEVEL', 'loud', /trace, debug, info/],
    ['SIMULATOR', 'maybe', /on or off/],
    ['TRUST_PROXY', 'everybody', /number of proxies/],
    ['PUBLIC_URL', 'ftp://x', /address such as/],
    ['PUBLIC_URL', 'https://x/a?b=1', /address such as/],
    ['PUBLIC_URL', 'https://user:word@x', /address such as/],
    ['PUBLIC_URL', 'https://x/a//b', /address such as/],
    ['PUBLIC_URL', 'https://x/网格', /letters, digits/],
    ['PUBLIC_URL', 'https://x/api/wangge', /not beginning as this server's own/],
    ['HOSTS', 'https://wangge.example.cn', /^HOSTS is "https.*names by comma/],
    ['HOSTS', 'a,,b', /names by comma/],
    ['HOSTS', '*', /names by comma/],
    ['HOSTS', 'a/b', /names by comma/],
    ['HOSTS', 'a:99999', /names by comma/],
    ['INGEST_RATE', '0', /from 1 to/],
    ['MAPBOX_TOKEN', 'sk.secret', /^MAPBOX_TOKEN is set to something else; allowed is a public token/],
    ['MAP_STYLE', 'style.txt', /\.json/],
  ])('refuses %s=%s in one sentence', (name, value, words) => {
    const { faults } = toConfig({ [name]: value }) as { faults: string[] }
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(words)
  })

  it('names every wrong value at once', () => {
    expect((toConfig({ PORT: 'x', INGEST_RATE: 'y' }) as { faults: string[] }).faults).toHaveLength(2)
  })
})

it('readEnv takes what the server knows; empty counts as absent', () => {
  expect(readEnv({ PORT: ' 9 ', HOST: '', HOME: '/root' })).toEqual({ PORT: '9' })
})
