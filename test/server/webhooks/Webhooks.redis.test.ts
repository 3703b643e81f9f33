import { expect, it } from 'vitest'
import { openEventLog } from '../../../server/log/openEventLog.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { startRedis } from '../../support/startRedis.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { waitFor } from '../../support/waitFor.ts'
import { WebhookReceiver } from '../../support/WebhookReceiver.ts'
import { webhookSender } from '../../support/webhookSender.ts'

it('[H5] two servers on one Redis: one sends, goes on after Redis was killed, and the other takes over from there', async () => {
  await using redis = await startRedis('--appendfsync', 'always')
  await using receiver = await new WebhookReceiver().open()
  await using folder = await temporaryFolder()
  const open = () => openEventLog({ redisUrl: redis.url, dataDir: '', districtCode: '152921', clock: { now: () => Date.now() } })
  await using logA = await open()
  await using logB = await open()
  const a = await webhookSender({ log: logA, dataDir: folder.path, targets: [{ url: receiver.url }], holder: 'a' })
  await waitFor('a sends', () => a.webhooks.feeds[0]!.oldest !== undefined)
  await using b = await webhookSender({ log: logB, dataDir: folder.path, targets: [{ url: receiver.url }], holder: 'b' })
  await a.post(reportIncident('WG-1'))
  await waitFor('the first is received', () => receiver.subjects.includes('WG-1'))

  await redis.kill()
  await redis.start()
  await waitFor('events are taken again', () => b.post(reportIncident('WG-2')).then(() => true), 20_000)
  await waitFor('the second is received', () => receiver.subjects.includes('WG-2'), 30_000)

  await a[Symbol.asyncDispose]()
  await b.post(reportIncident('WG-3'))
  await waitFor('b has taken over', () => b.webhooks.feeds[0]!.delivered > 0, 30_000)
  await waitFor('the third is received', () => receiver.subjects.includes('WG-3'))
  expect(receiver.subjects.filter(subject => subject === 'WG-1').length).toBeLessThanOrEqual(2)
}, 120_000)
