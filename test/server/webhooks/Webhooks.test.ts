import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { putCheckpoint } from '../../../server/projection/checkpoint.ts'
import { heldFence } from '../../support/heldTerm.ts'
import { freePort } from '../../support/freePort.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { waitFor } from '../../support/waitFor.ts'
import { WebhookReceiver } from '../../support/WebhookReceiver.ts'
import { webhookSender } from '../../support/webhookSender.ts'

describe('webhooks', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let log: EmbeddedEventLog
  let receiver: WebhookReceiver
  beforeEach(async () => {
    folder = await temporaryFolder()
    log = open()
    receiver = await new WebhookReceiver().open()
  })
  afterEach(async () => {
    await receiver[Symbol.asyncDispose]()
    await log[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  })

  const open = () => new EmbeddedEventLog({ dataDir: folder.path, clock: { now: () => Date.now() } })
  const send = async (target: Parameters<typeof webhookSender>[0]['targets'][number], more: Partial<Parameters<typeof webhookSender>[0]> = {}) => {
    const sender = await webhookSender({ log, dataDir: folder.path, targets: [{ url: receiver.url, ...target }], ...more })
    await waitFor('the feed has begun', () => sender.webhooks.feeds.every(feed => feed.oldest !== undefined))
    return sender
  }
  const subjects = (...expected: string[]) => waitFor(`received ${expected.join()}`, () => JSON.stringify(receiver.subjects) === JSON.stringify(expected), 10_000, () => receiver.subjects)

  it('[H1] sends what was chosen, in order, as a CloudEvent, and nothing unlawful', async () => {
    await using sender = await send({ types: new Set(['incident.reported', 'incident.closed', 'grid-status.duty.on']) })
    await sender.post(reportIncident('WG-1'), reportIncident('WG-2'), { type: 'incident.accepted', subject: 'WG-1', data: {} })
    await sender.post(reportIncident('WG-1', { severity: 'I' }))
    await sender.unchecked({ type: 'incident.reported', subject: 'WG-0', data: { nonsense: true } }, { type: 'incident.closed', subject: 'WG-9', data: {} })
    await sender.post({ type: 'incident.closed', subject: 'WG-1', data: {} }, { type: 'incident.closed', subject: 'WG-1', data: {} }, reportIncident('WG-3'))
    await subjects('WG-1', 'WG-2', 'WG-1', 'WG-3')
    expect(receiver.received.map(({ event }) => event.type)).toEqual(['incident.reported', 'incident.reported', 'incident.closed', 'incident.reported'])
    const [{ headers, event }] = receiver.received as [typeof receiver.received[number]]
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
    expect(event).toMatchObject({ specversion: '1.0', source: '/wangge/152921', id: expect.stringMatching(/^incident\/\d+-\d+$/), time: expect.any(String), datacontenttype: 'application/json' })
    await waitFor('the feed has seen everything', () => !sender.webhooks.feeds[0]!.isBehind)
  })

  it('[H1] keeps to a region', async () => {
    await using sender = await send({ region: '152921102', types: new Set(['incident.reported', 'incident.accepted']) })
    await sender.post(reportIncident('WG-1'), { type: 'incident.accepted', subject: 'WG-1', data: {} })
    const other = sender.projection.state.basis.grids.find(code => code.startsWith('152921102'))!
    await sender.post(reportIncident('WG-2', { grid: other }), { type: 'incident.accepted', subject: 'WG-2', data: {} })
    await subjects('WG-2', 'WG-2')
  })

  it('[H2] signs the timestamp and the body', async () => {
    await using sender = await send({ secret: 'a secret of sixteen or more' })
    await sender.post(reportIncident('WG-1'))
    await subjects('WG-1')
    const { headers, body } = receiver.received[0]!
    const timestamp = String(headers['wangge-timestamp'])
    expect(Math.abs(Number(timestamp) * 1000 - Date.now())).toBeLessThan(60_000)
    expect(headers['wangge-signature']).toBe(`v1=${createHmac('sha256', 'a secret of sixteen or more').update(`${timestamp}.${body}`).digest('hex')}`)
  })

  it('[H3] tries again until it is taken, before anything later', async () => {
    receiver.answer = (response, index) => index < 3 ? response.writeHead([500, 401, 302][index]!, { location: receiver.url }).end() : response.writeHead(200).end('x'.repeat(300_000))
    await using sender = await send({})
    await sender.post(reportIncident('WG-1'), reportIncident('WG-2'))
    await subjects('WG-1', 'WG-1', 'WG-1', 'WG-1', 'WG-2')
    expect(new Set(receiver.received.slice(0, 4).map(({ event }) => event.id)).size).toBe(1)
    expect(sender.webhooks.feeds[0]).toMatchObject({ failures: 3, lastFailure: { reason: 'HTTP 302' }, parts: { dead: { count: 0 } } })
    await waitFor('both are counted', () => sender.webhooks.feeds[0]!.delivered === 2)
  })

  it('[H3] cuts off a receiver that hangs, before or within its answer, and the other targets go on', async () => {
    receiver.answer = (response, index) => index === 0 ? undefined : index === 1 ? response.writeHead(500, { 'content-length': '9' }).write('x') : response.writeHead(204).end()
    await using quick = await new WebhookReceiver().open()
    await using sender = await webhookSender({ log, dataDir: folder.path, targets: [{ url: receiver.url }, { name: 'quick', url: quick.url }], limits: { timeoutMs: 400 } })
    await waitFor('the feeds have begun', () => sender.webhooks.feeds.every(feed => feed.oldest !== undefined))
    await sender.post(reportIncident('WG-1'))
    await waitFor('the quick one has it', () => quick.subjects.length === 1)
    expect(sender.webhooks.feeds[0]!.delivered).toBe(0)
    await subjects('WG-1', 'WG-1', 'WG-1')
    expect(sender.webhooks.feeds[0]!.lastFailure!.reason).toBe('HTTP 500')
  })

  it('[H4] a refused event is a dead letter after three attempts, and the next one goes out', async () => {
    receiver.answer = (response, index) => response.writeHead(index < 3 ? 422 : 204).end()
    const sender = await send({ name: 'strict' })
    await sender.post(reportIncident('WG-1'), reportIncident('WG-2'))
    await subjects('WG-1', 'WG-1', 'WG-1', 'WG-2')
    const { dead } = sender.webhooks.feeds[0]!.parts
    expect(dead.newest).toEqual([{ at: expect.any(String), id: receiver.received[0]!.event.id, type: 'incident.reported', reason: 'HTTP 422', attempts: 3 }])
    await sender[Symbol.asyncDispose]()
    const [line] = (await readFile(join(folder.path, 'webhooks/strict.dead.ndjson'), 'utf8')).split('\n')
    expect(JSON.parse(line!)).toMatchObject({ reason: 'HTTP 422', event: receiver.received[0]!.event })
    await using again = await send({ name: 'strict' })
    expect(again.webhooks.feeds[0]!.parts.dead).toMatchObject({ count: 1, newest: [{ reason: 'HTTP 422' }] })
  })

  it('[H4] an event that grew old while nobody answered is a dead letter, a fresh one waits', async () => {
    const port = await freePort()
    await using sender = await send({ url: `http://127.0.0.1:${port}/` }, { limits: { giveUpMs: 300 } })
    const [feed] = sender.webhooks.feeds
    await sender.post(reportIncident('WG-1'))
    await waitFor('an attempt', () => feed!.failures > 0)
    expect(feed!.parts.dead.count).toBe(0)
    await waitFor('it is given up', () => feed!.parts.dead.count === 1)
    expect(feed!.parts.dead.newest[0]!.reason).toBe('ECONNREFUSED')
  })

  it('[H5] goes on where it ended: nothing is left out, nothing is sent twice after an orderly end', async () => {
    const first = await send({})
    await first.post(reportIncident('WG-1'))
    await subjects('WG-1')
    receiver.answer = response => response.writeHead(503).end()
    await first.post(reportIncident('WG-2'), reportIncident('WG-3'))
    await waitFor('an attempt failed', () => first.webhooks.feeds[0]!.failures > 0)
    const fence = await heldFence(log)
    await putCheckpoint(log, first.projection, { at: Date.now(), fence: () => fence })
    await first[Symbol.asyncDispose]()
    await log[Symbol.asyncDispose]()
    log = open()
    receiver.answer = response => response.writeHead(204).end()
    receiver.received.length = 0
    const second = await send({})
    await second.post(reportIncident('WG-4'))
    await subjects('WG-2', 'WG-3', 'WG-4')
    // What is kept is one entry, however often it was kept; between an append and its trim it is two.
    await second[Symbol.asyncDispose]()
    const bounds = await log.bounds('webhooks')
    expect(await log.range('webhooks', bounds!.first, bounds!.last, 100)).toHaveLength(1)
  })

  it('[H5] what was unlawful before a restart is not sent after it', async () => {
    receiver.answer = response => response.writeHead(503).end()
    const first = await send({ types: new Set(['incident.reported', 'incident.closed']) })
    await first.post(reportIncident('WG-1'), { type: 'incident.closed', subject: 'WG-7', data: {} }, reportIncident('WG-2'))
    await waitFor('an attempt failed', () => first.webhooks.feeds[0]!.failures > 0)
    await waitFor('the rejected one is copied', async () => (await log.bounds('rejected')) !== undefined)
    const fence = await heldFence(log)
    await putCheckpoint(log, first.projection, { at: Date.now(), fence: () => fence })
    await first[Symbol.asyncDispose]()
    receiver.answer = response => response.writeHead(204).end()
    receiver.received.length = 0
    await using second = await send({ types: new Set(['incident.reported', 'incident.closed']) })
    await subjects('WG-1', 'WG-2')
    await waitFor('the feed has seen everything', () => !second.webhooks.feeds[0]!.isBehind)
  })

  it('[H5] of two senders on one log one sends, and the other takes over when it ends', async () => {
    const first = await send({})
    const second = await webhookSender({ log, dataDir: folder.path, targets: [{ url: receiver.url }], holder: 'b' })
    await first.post(reportIncident('WG-1'))
    await subjects('WG-1')
    // Until its answer is in, an event may come twice: then the next sender tells it again.
    await waitFor('the first knows that it was taken', () => first.webhooks.feeds[0]!.delivered === 1)
    expect(second.webhooks.feeds[0]!.delivered).toBe(0)
    await first[Symbol.asyncDispose]()
    await second.post(reportIncident('WG-2'))
    await subjects('WG-1', 'WG-2')
    await waitFor('the second knows that it was taken', () => second.webhooks.feeds[0]!.delivered === 1)
    await second[Symbol.asyncDispose]()
  })

  it('[H6] tells a screen what a screen sees, and a desk what a desk sees', async () => {
    await using desk = await new WebhookReceiver().open()
    const types = new Set(['incident.reported', 'incident.commented'] as const)
    await using sender = await webhookSender({ log, dataDir: folder.path, targets: [{ url: receiver.url, types }, { name: 'desk', url: desk.url, types, audience: 'desk' }] })
    await waitFor('the feeds have begun', () => sender.webhooks.feeds.every(feed => feed.oldest !== undefined))
    await sender.post(reportIncident('张三 13912345678', { title: 'Title-Secret', description: 'Secret', reporter: { name: 'Secret', phone: '13912345678', identityNumber: 'Identity-Secret' } }, { actor: 'Secret-Officer' }))
    await waitFor('both have it', () => receiver.received.length + desk.received.length === 2)
    expect(receiver.received[0]!.body).not.toMatch(/secret|张三|139/i)
    expect(desk.received[0]!.event).toMatchObject({ subject: '张三 13912345678', actor: 'Secret-Officer', data: { title: 'Title-Secret' } })
    expect(desk.received[0]!.body).not.toContain('Identity-Secret')
  })

  it('[H7] does not follow a name or a figure to an address that is not allowed', async () => {
    const { port } = new URL(receiver.url)
    for (const [url, local] of [[`https://127.0.0.1:${port}/`, false], [`https://localhost:${port}/`, false], ['http://169.254.169.254/', true], ['http://[::ffff:169.254.169.254]/', true], ['http://1.1.1.1/', true], [`https://[::1]:${port}/`, false]] as const) {
      await using sender = await send({ url, local })
      await sender.post(reportIncident(`WG-${url}-${local}`))
      const { reason } = await waitFor(`${url} fails`, () => sender.webhooks.feeds[0]!.lastFailure)
      expect([url, reason]).toEqual([url, 'address not allowed'])
    }
    expect(receiver.received).toEqual([])
  })
})
