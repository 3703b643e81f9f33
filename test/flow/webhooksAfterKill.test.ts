import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { reportIncident } from '../support/reportIncident.ts'
import { startServerProgram } from '../support/startServerProgram.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { waitFor } from '../support/waitFor.ts'
import { WebhookReceiver } from '../support/WebhookReceiver.ts'

it('[H5] no kill -9 keeps an event from its receiver', async () => {
  await using folder = await temporaryFolder()
  await using receiver = await new WebhookReceiver().open()
  const file = join(folder.path, 'webhooks.json')
  await writeFile(file, JSON.stringify({ targets: [{ name: 'receiver', url: receiver.url, local: true, types: ['incident.*'], secretEnv: 'HOOK_SECRET' }] }))
  const env = { DATA_DIR: join(folder.path, 'data'), WEBHOOKS: file, HOOK_SECRET: '0123456789abcdef' }
  let serial = 0
  const accepted: string[] = []
  const post = async (url: string) => {
    const id = `WG-${++serial}`
    const response = await fetch(`${url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(reportIncident(id)) })
    if (response.ok)
      accepted.push(id)
  }

  const first = await startServerProgram(env)
  await waitFor('the first is received', async () => {
    await post(first.url)
    return receiver.subjects.length > 0
  })
  const posting = Promise.allSettled(Array.from({ length: 150 }, () => post(first.url)))
  await waitFor('some of a burst is accepted', () => accepted.length > 40)
  await first.end('SIGKILL')
  await posting
  const before = new Set(receiver.subjects)

  await using second = await startServerProgram(env)
  // What came before the very first look at the log is not told; everything from the first one received on is.
  const due = accepted.slice(accepted.indexOf(receiver.subjects[0]!))
  await waitFor('all are received', () => due.every(id => receiver.subjects.includes(id)), 40_000, () => due.filter(id => !receiver.subjects.includes(id)))
  expect(receiver.subjects.length).toBeLessThan(2 * due.length)
  expect(before.size).toBeGreaterThan(0)
  await post(second.url)
  await waitFor('the next one', () => receiver.subjects.includes(`WG-${serial}`))
}, 120_000)
