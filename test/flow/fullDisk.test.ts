import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LiveClient } from '../support/liveClient.ts'
import { startServerProgram } from '../support/startServerProgram.ts'
import { waitFor } from '../support/waitFor.ts'

const BATCH = 40
const report = (serial: number) => ({ type: 'incident.reported', subject: `WG-${serial}`, data: { category: 'environment', severity: 'IV', channel: 'hotline', grid: '152921101001001', description: '虚构'.repeat(1000) } })

it('[P8] a log that cannot be written any more is said to senders and to every screen, and what was kept stays', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'wangge-full-'))
  try {
    // Files may not grow beyond this many KiB, as on a disk that is full.
    await using server = await startServerProgram({ DATA_DIR: dataDir }, { fileKib: 1024 })
    const post = (events: unknown) => fetch(`${server.url}/api/v1/events`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(events) })
    let kept = 0
    const refused = await waitFor('an append is refused', async () => {
      const answer = await post(Array.from({ length: BATCH }, (_, i) => report(kept + i)))
      kept += answer.status === 200 ? BATCH : 0
      return answer.status === 200 ? undefined : answer
    }, 60_000, () => kept)
    expect(refused.status).toBe(507)
    using client = await new LiveClient(server.url).live()
    await waitFor('a frame says so', () => client.heard.frames.some(({ log }) => log?.up && log.unwritable), 10_000, () => client.heard.frames.at(-1))
    expect(client.state!.incident.incidents.size).toBe(kept)
    // What is small may still find room, and clears it.
    const readOnly = await waitFor('it is read-only', async () => {
      await post(Array.from({ length: BATCH }, (_, i) => report(kept + i)))
      const ready = await (await fetch(`${server.url}/readyz`)).json() as { log: string; reason?: string }
      return ready.log === 'read-only' ? ready : undefined
    })
    expect(readOnly.reason).toContain('could not write')
  }
  finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}, 120_000)
