import { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import { NOT_UTF8 } from '../../server/log/notUtf8.ts'
import { startRedis } from '../support/startRedis.ts'
import { startTestServer } from '../support/startTestServer.ts'
import { waitFor } from '../support/waitFor.ts'

/** 井盖 in GBK. */
const GBK = Buffer.from([0xBE, 0xAE, 0xB8, 0xC7])
const REPORT = { category: 'environment', severity: 'IV', channel: 'hotline', place: { lng: 105.05, lat: 38.05 } }

it('[R25] an entry in another encoding ends in `rejected` with its bytes; UTF-8 with U+FFFD in it is taken, and the reader goes on', async () => {
  await using redis = await startRedis()
  await using server = await startTestServer({ redisUrl: redis.url })
  const client = new Redis(redis.url)
  try {
    const add = (...fields: (string | Buffer)[]) => client.xadd('{152921}:incident', '*', ...fields)
    const data = (title: string | Buffer) => Buffer.concat([Buffer.from(JSON.stringify(REPORT).replace(/\}$/, ',"title":"')), Buffer.from(title), Buffer.from('"}')])
    const inData = await add('type', 'incident.reported', 'subject', 'WG-1', 'data', data(GBK))
    const inSubject = await add('type', 'incident.reported', 'subject', GBK, 'data', data('x'))
    const inName = await add('type', 'incident.reported', 'subject', 'WG-2', 'data', data('x'), GBK, 'x')
    await add('type', 'incident.reported', 'subject', 'WG-3', 'data', data('a \uFFFD b'))
    await add('type', 'incident.reported', 'subject', 'WG-4', 'data', data('井盖'))

    const ids = async () => ((await server.get('/api/v1/state?audience=desk')).body as { state: { incident: { incidents: { id: string; title?: string }[] } } }).state.incident.incidents.map(({ id, title }) => `${id} ${title}`)
    await waitFor('the two in UTF-8', async () => (await ids()).join() === 'WG-3 a \uFFFD b,WG-4 井盖')
    const rejected = await waitFor('all three copied', async () => {
      const entries = await client.xrange('{152921}:rejected', '-', '+')
      return entries.length === 3 ? entries.map(([, texts]) => Object.fromEntries(texts.flatMap((text, i) => i % 2 ? [] : [[text, texts[i + 1]!]]))) : undefined
    })
    expect(rejected.map(({ entry, reason }) => `${entry} ${reason}`)).toEqual([inData, inSubject, inName].map(id => `${id} bad-envelope`))
    const bytes = rejected.map(({ fields }) => (JSON.parse((JSON.parse(fields!) as Record<string, string>)[NOT_UTF8]!) as string[]).map(each => Buffer.from(each, 'base64')))
    expect(bytes[0]!.at(-1)).toEqual(data(GBK))
    expect(bytes[1]!.map(String).slice(0, 3)).toEqual(['type', 'incident.reported', 'subject'])
    expect(bytes[1]![3]).toEqual(GBK)
    expect(bytes[2]!.at(-2)).toEqual(GBK)

    // As the newest entry it is what the next read proves to stand.
    await add('type', 'incident.reported', 'subject', GBK, 'data', data('x'))
    await waitFor('the fourth', async () => await client.xlen('{152921}:rejected') === 4)
    await add('type', 'incident.reported', 'subject', 'WG-6', 'data', data('x'), NOT_UTF8, 'a field that anybody may write')
    await waitFor('the fifth', async () => await client.xlen('{152921}:rejected') === 5)
    await add('type', 'incident.reported', 'subject', 'WG-5', 'data', data('y'))
    await waitFor('what came after', async () => (await ids()).includes('WG-5 y'))
    expect(server.logged.filter(line => line.includes('backwards'))).toEqual([])
  }
  finally {
    client.disconnect()
  }
}, 30_000)
