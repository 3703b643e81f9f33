import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { reportIncident } from '../../support/reportIncident.ts'
import { startTestServer } from '../../support/startTestServer.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { waitFor } from '../../support/waitFor.ts'
import { WebhookReceiver } from '../../support/WebhookReceiver.ts'

it('[H4] shows the desk each target with its dead letters, without data or secrets', async () => {
  await using folder = await temporaryFolder()
  await using receiver = await new WebhookReceiver().open()
  receiver.answer = response => response.writeHead(400).end()
  const file = join(folder.path, 'webhooks.json')
  await writeFile(join(folder.path, 'secret'), '0123456789abcdef')
  await writeFile(file, JSON.stringify({ targets: [{ name: 'receiver', url: `${receiver.url}?key=hidden`, local: true, types: ['incident.reported'], secretFile: 'secret' }] }))
  await using server = await startTestServer({ webhooks: file })
  expect((await server.get('/api/v1/webhooks')).status).toBe(403)
  const ask = async () => (await server.get('/api/v1/webhooks?audience=desk')).body as { targets: [{ deadLetters: { count: number } }] }
  let serial = 0
  await waitFor('one is sent', async () => {
    await server.post(reportIncident(`WG-${++serial}`, { title: 'Title-Secret' }))
    return receiver.received.length > 0
  })
  const body = await waitFor('a dead letter', async () => {
    const body = await ask()
    return body.targets[0].deadLetters.count > 0 ? body : undefined
  }, 20_000)
  expect(body.targets[0]).toMatchObject({ name: 'receiver', url: receiver.url, types: ['incident.reported'], audience: 'screen', failures: expect.any(Number), lastFailure: { at: expect.any(String), reason: 'HTTP 400' }, deadLetters: { newest: [{ type: 'incident.reported', reason: 'HTTP 400', attempts: 3 }] } })
  expect(JSON.stringify(body)).not.toMatch(/hidden|0123456789abcdef|Title-Secret/)
  expect((await server.get('/metrics')).body).toMatch(/wangge_webhooks_dead_letters\{target="receiver"\} [1-9]/)
}, 40_000)
