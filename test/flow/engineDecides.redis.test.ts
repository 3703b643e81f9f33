import type { ServerProgram } from '../support/startServerProgram.ts'
import { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import { reportIncident } from '../support/reportIncident.ts'
import { startRedis } from '../support/startRedis.ts'
import { startServerProgram } from '../support/startServerProgram.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { waitFor } from '../support/waitFor.ts'

/** Reported a minute ago: the limit for intake, ten seconds in the tiny district, has passed. */
async function reportLate(server: ServerProgram, subject: string): Promise<void> {
  const event = reportIncident(subject, { severity: 'II' }, { time: new Date(Date.now() - 60_000).toISOString() })
  const answer = await fetch(`${server.url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) })
  expect(answer.status).toBe(200)
}

async function leads({ url }: ServerProgram): Promise<boolean> {
  return (await (await fetch(`${url}/metrics`)).text()).includes('\nwangge_engine_leads 1')
}

it('[X12] of two servers one decides; killed, it is replaced within its lease, and nothing is decided twice', async () => {
  await using redis = await startRedis()
  await using folder = await temporaryFolder()
  await using one = await startServerProgram({ REDIS_URL: redis.url, DATA_DIR: `${folder.path}/one` })
  await using two = await startServerProgram({ REDIS_URL: redis.url, DATA_DIR: `${folder.path}/two` })
  const direct = new Redis(redis.url)
  const decided = async (subject: string) => (await direct.xrange('{152921}:incident', '-', '+'))
    .map(([, texts]) => Object.fromEntries(texts.flatMap((text, i) => i % 2 === 0 ? [[text, texts[i + 1]!]] : [])))
    .filter(fields => fields.subject === subject && fields.source === 'wangge/engine')
    .map(({ type, data }) => `${type} ${data}`)
  try {
    await reportLate(one, 'WG-1')
    await waitFor('WG-1 to go up', async () => (await decided('WG-1')).length > 0, 20_000)
    const [leader, other] = await leads(one) ? [one, two] : [two, one]
    expect(await leads(other)).toBe(false)

    await leader.end('SIGKILL')
    await reportLate(other, 'WG-2')
    const killed = performance.now()
    await waitFor('the other one to decide', async () => (await decided('WG-2')).length > 0, 20_000)
    expect(performance.now() - killed).toBeLessThan(15_000)
    expect(await leads(other)).toBe(true)
    for (const subject of ['WG-1', 'WG-2']) {
      const all = await decided(subject)
      expect(all[0]).toBe('incident.escalated {"to":"community","reason":"limit-passed"}')
      expect(new Set(all).size).toBe(all.length)
    }
  }
  finally {
    direct.disconnect()
  }
}, 90_000)
