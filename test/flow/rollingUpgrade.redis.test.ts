import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Redis } from 'ioredis'
import { reportIncident } from '../support/reportIncident.ts'
import { startRedis } from '../support/startRedis.ts'
import { startServerProgram } from '../support/startServerProgram.ts'
import { startTestServer, TINY_DISTRICT } from '../support/startTestServer.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { waitFor } from '../support/waitFor.ts'
import { LiveClient } from '../support/liveClient.ts'
import { FOLD_VERSION } from '../../shared/state/foldVersion.ts'

interface State { cursor: string; digest: string; state: { basis: { version: string }; incident: { incidents: { id: string }[] } } }

it('[L47][P5] servers of two data sets on one log while they are renewed: each serves its own, and starts from its own checkpoint', async () => {
  await using redis = await startRedis()
  await using folder = await temporaryFolder()
  const newer = join(folder.path, 'district')
  await cp(TINY_DISTRICT, newer, { recursive: true })
  const file = join(newer, 'limits.json')
  await writeFile(file, `${await readFile(file, 'utf8')}\n`)
  const open = (districtDir: string) => startTestServer({ redisUrl: redis.url, districtDir })
  const stateOf = async (server: Awaited<ReturnType<typeof open>>, id: string) => {
    await waitFor(`${id} is known`, async () => JSON.stringify((await server.get('/api/v1/state?audience=desk')).body).includes(`"${id}"`))
    return (await server.get('/api/v1/state?audience=desk')).body as State
  }
  {
    await using old = await open(TINY_DISTRICT)
    await old.post([reportIncident('WG-1')])
    await using young = await open(newer)
    await young.post([reportIncident('WG-2')])
    const [one, other] = [await stateOf(old, 'WG-2'), await stateOf(young, 'WG-2')]
    expect(other.cursor).toBe(one.cursor)
    expect(other.digest).toBe(one.digest)
    expect(other.state.basis.version).not.toBe(one.state.basis.version)
    using page = await new LiveClient(young.url).connected()
    page.subscribe({ fold: 'the one before', cursor: one.cursor })
    expect(await waitFor('a page of another version is told', () => page.heard.refetch[0])).toMatchObject({ because: 'other-fold' })
  }
  // The first to stop kept none where the other held the lease: whoever is alone has it.
  for (const dir of [TINY_DISTRICT, newer, TINY_DISTRICT]) {
    await using server = await open(dir)
    await server.post([reportIncident(`WG-${dir.length}`)])
    await stateOf(server, `WG-${dir.length}`)
  }
  const client = new Redis(redis.url)
  const names = await client.hkeys('{152921}:log:checkpoint-heads')
  client.disconnect()
  // Two of each: the state, and the index of its matters.
  expect(new Set(names.map(name => name.slice(0, name.lastIndexOf('.')))).size).toBe(4)
})

it('[L47][P5] servers of two fold versions on one log while they are renewed: each serves its own, pages of the other are told, checkpoints of both stand side by side', async () => {
  await using redis = await startRedis()
  await using folder = await temporaryFolder()
  const open = (fold?: string) => startServerProgram({ REDIS_URL: redis.url, DATA_DIR: join(folder.path, fold ?? 'own') }, fold === undefined ? {} : { fold })
  const report = async (url: string, id: string) => {
    const answer = await fetch(`${url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(reportIncident(id)) })
    expect(answer.status).toBe(200)
  }
  const stateOf = (url: string, id: string) => waitFor(`${id} is known`, async () => {
    const state = await (await fetch(`${url}/api/v1/state?audience=desk`)).json() as State & { fold: string }
    return state.state.incident.incidents.some(incident => incident.id === id) ? state : undefined
  }, 20_000)
  {
    await using old = await open()
    await report(old.url, 'WG-1')
    await using young = await open('next')
    await report(young.url, 'WG-2')
    const [one, other] = [await stateOf(old.url, 'WG-2'), await stateOf(young.url, 'WG-2')]
    expect([one.fold, other.fold, other.cursor, other.digest]).toEqual([FOLD_VERSION, 'next', one.cursor, one.digest])
    using page = await new LiveClient(young.url).connected()
    page.subscribe({ fold: one.fold, cursor: one.cursor })
    expect(await waitFor('a page of the other is told', () => page.heard.refetch[0])).toMatchObject({ because: 'other-fold' })
  }
  for (const [id, fold] of [['WG-3', undefined], ['WG-4', 'next'], ['WG-5', undefined]] as const) {
    await using server = await open(fold)
    await report(server.url, id)
    await stateOf(server.url, id)
    expect(await server.end('SIGTERM')).toBe(0)
  }
  const client = new Redis(redis.url)
  const names = await client.hkeys('{152921}:log:checkpoint-heads')
  client.disconnect()
  expect(new Set(names.map(name => name.split('.')[0]))).toEqual(new Set([FOLD_VERSION, 'next']))
}, 90_000)
