import { readFile } from 'node:fs/promises'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reportIncident } from '../../../support/reportIncident.ts'
import type { TestRedis } from '../../../support/startRedis.ts'
import { startRedis } from '../../../support/startRedis.ts'
import { runServerProgram } from '../../../support/startServerProgram.ts'
import { startTestServer } from '../../../support/startTestServer.ts'
import { temporaryFolder } from '../../../support/temporaryFolder.ts'
import { waitFor } from '../../../support/waitFor.ts'

let redis: TestRedis
let root: Redis
beforeAll(async () => {
  redis = await startRedis()
  root = new Redis(redis.url)
})
afterAll(async () => {
  root.disconnect()
  await redis[Symbol.asyncDispose]()
})

/** The line of docs/INTEGRATING.md for a user, as a person would copy it, and perhaps a word more. */
async function allow(user: string, ...more: string[]): Promise<string> {
  const line = new RegExp(`^ACL SETUSER ${user} (.*)$`, 'm').exec(await readFile('docs/INTEGRATING.md', 'utf8'))![1]!
  await root.call('ACL', 'SETUSER', user, 'reset', ...line.split(' '), ...more)
  return `redis://${user}:SECRET@127.0.0.1:${redis.port}`
}

it('[L29] with the documented users the server serves, and a producer may add to its streams and nothing else', async () => {
  await using server = await startTestServer({ redisUrl: await allow('wangge') })
  expect((await server.post(reportIncident('WG-1'))).status).toBe(200)
  const producer = new Redis(await allow('producer'), { lazyConnect: true, enableReadyCheck: false })
  await producer.connect()
  await producer.xadd('{152921}:incident', '*', 'type', 'incident.reported', 'subject', 'WG-2', 'data', JSON.stringify(reportIncident('WG-2').data))
  await expect(producer.get('{152921}:log:epoch')).rejects.toThrow('NOPERM')
  await expect(producer.xadd('{152921}:log:x', '*', 'a', 'b')).rejects.toThrow('NOPERM')
  producer.disconnect()
  await waitFor('both are known', async () => JSON.stringify((await server.get('/api/v1/state?audience=desk&region=152921')).body).includes('WG-2'))
  expect(server.logged).toEqual([])
}, 30_000)

it.each([
  ['-info', 'lacks the permission to run INFO'],
  ['-eval', 'lacks the permission to run EVAL'],
  ['-xadd', 'lacks the permission to run XADD'],
  ['resetkeys', 'lacks the permission to use the keys of this district'],
])('[L29] without %s it ends in one sentence: %s', async (taken, words) => {
  await using folder = await temporaryFolder()
  const { code, output } = await runServerProgram({ REDIS_URL: await allow('wangge', taken), DATA_DIR: folder.path, SIMULATOR: 'off' })
  expect(output.trim().split('\n')).toEqual([expect.stringContaining(`The user of REDIS_URL ${words} at Redis at 127.0.0.1:${redis.port}: grant it with the ACL line in docs/INTEGRATING.md.`)])
  expect(code).toBe(1)
}, 30_000)

it.each([
  ['wangge:wrong@', '', 'does not know this user with this password: correct REDIS_URL.'],
  ['', 'right', 'asks for a password: write user and password into REDIS_URL.'],
])('[L29] as %j it ends in one sentence', async (who, password, words) => {
  await using locked = password === '' ? undefined : await startRedis('--requirepass', password)
  await using folder = await temporaryFolder()
  await allow('wangge')
  const { code, output } = await runServerProgram({ REDIS_URL: `redis://${who}127.0.0.1:${(locked ?? redis).port}`, DATA_DIR: folder.path, SIMULATOR: 'off' })
  expect(output.trim()).toBe(`Redis at 127.0.0.1:${(locked ?? redis).port} ${words}`)
  expect(code).toBe(1)
}, 30_000)
