import type { ServerProgram } from '../support/startServerProgram.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'
import { describe, expect, it } from 'vitest'
import { mayMount, smallDisk } from '../support/smallDisk.ts'
import { startRedis } from '../support/startRedis.ts'
import { startServerProgram } from '../support/startServerProgram.ts'
import { waitFor } from '../support/waitFor.ts'

const BATCH = 20
const report = (serial: number) => ({ type: 'incident.reported', source: 'test', id: `${serial}`, subject: `WG-${serial}`, data: { category: 'environment', severity: 'IV', channel: 'hotline', grid: '152921101001001', description: '虚构'.repeat(500) } })

async function post({ url }: ServerProgram, from: number, count = BATCH): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(Array.from({ length: count }, (_, i) => report(from + i))) })
  return { status: answer.status, text: await answer.text() }
}

async function known({ url }: ServerProgram): Promise<number> {
  const { state } = await (await fetch(`${url}/api/v1/state?audience=desk&region=152921`)).json() as StateResource
  return state.incident.incidents.length
}

/** When it serves all that was answered as kept; an append that was refused may have got in all the same. */
async function knows(server: ServerProgram, count: number): Promise<void> {
  await waitFor(`${count} matters are served`, async () => await known(server) >= count, 20_000)
}

async function ready({ url }: ServerProgram): Promise<{ status: number; log: string; reason?: string }> {
  const answer = await fetch(`${url}/readyz`)
  return { status: answer.status, ...await answer.json() as { log: string } }
}

/** Until the log refuses; answers how many were kept. */
async function postUntilRefused(server: ServerProgram, from: number): Promise<number> {
  let kept = 0
  const refused = await waitFor('an append is refused', async () => {
    const answer = await post(server, from + kept)
    kept += answer.status === 200 ? BATCH : 0
    return answer.status === 200 ? undefined : answer
  }, 60_000, () => kept)
  expect(refused.status).toBe(507)
  expect(refused.text).toContain('disk of the log is full')
  return kept
}

describe.skipIf(!mayMount)('on a disk of its own', () => {
  it.each(['the log', 'something else'])('[X20][X21] a disk that %s filled: what is there is served and nothing ends, over a restart too, and it goes on when there is room', async (by) => {
    await using disk = await smallDisk(24)
    const start = () => startServerProgram({ DATA_DIR: `${disk.path}/data` })
    const first = await start()
    expect((await post(first, 0)).status).toBe(200)
    if (by !== 'the log')
      disk.fill()
    const kept = BATCH + await postUntilRefused(first, 100_000)
    disk.fill()
    await waitFor('it says so', async () => {
      const { status, log, reason } = await ready(first)
      return status === 200 && log === 'read-only' && reason !== undefined
    }, 20_000, () => ready(first))
    await knows(first, kept)
    await first.end('SIGKILL')

    await using again = await start()
    await waitFor('all is folded', async () => (await ready(again)).status === 200, 20_000, () => ready(again))
    await knows(again, kept)
    // Pages that are free within the file may take a little more.
    const more = await postUntilRefused(again, 200_000)
    await waitFor('it says so', async () => (await ready(again)).log === 'read-only', 20_000, () => ready(again))

    if (by === 'the log')
      disk.grow(64)
    else
      disk.clear()
    await waitFor('there is room', async () => (await post(again, 300_000)).status === 200, 20_000)
    await waitFor('it is told', async () => (await ready(again)).log === 'up', 20_000, () => ready(again))
    await knows(again, kept + more + BATCH)
  }, 120_000)

  it('[X20] with the log in Redis, lines of its own that the disk does not take are counted, and end nothing', async () => {
    await using disk = await smallDisk(4)
    await using redis = await startRedis()
    await using server = await startServerProgram({ DATA_DIR: `${disk.path}/data`, REDIS_URL: redis.url, LOG_LEVEL: 'debug' })
    disk.fill()
    await redis.kill()
    const lost = async () => Number(/^wangge_log_lines_lost_total (\d+)/m.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1])
    await waitFor('a line is lost', async () => await lost() > 0, 20_000, lost)
    await redis.start()
    await waitFor('events are taken', async () => (await post(server, 0)).status === 200, 20_000)
    await using second = await startServerProgram({ DATA_DIR: `${disk.path}/data`, REDIS_URL: redis.url })
    await waitFor('the second serves', async () => await known(second) === BATCH, 20_000)
  }, 60_000)
})
