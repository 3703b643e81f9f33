import type { StateResource } from '../../../shared/protocol/stateResource.ts'
import type { Fault } from '../Fault.ts'
import { HttpProducer } from '../../support/HttpProducer.ts'
import { postEvents } from '../../support/postEvents.ts'
import { smallDisk } from '../../support/smallDisk.ts'
import { startServerProgram } from '../../support/startServerProgram.ts'
import { waitFor } from '../../support/waitFor.ts'

/** The disk of the embedded log fills up at any moment, then the server is killed; over the restart it still serves what it answered, and takes more when there is room. */
export const diskFull: Fault = {
  name: 'disk-full',
  rounds: 10,
  async run(rounds, told) {
    for (let round = 0; round < rounds; round++) {
      await using disk = await smallDisk(24)
      const env = { DATA_DIR: `${disk.path}/data`, SIMULATOR: 'off', INGEST_RATE: '20000' }
      const answered = new Set<string>()
      {
        await using server = await startServerProgram(env)
        const producer = new HttpProducer(postEvents(server.url), `D${round}-`)
        const wanted = 20 + Math.random() * 200
        await waitFor('matters', () => producer.answered.size > wanted, 30_000)
        disk.fill()
        await waitFor('it refuses', async () => await log(server.url) === 'read-only', 30_000)
        await server.end('SIGKILL')
        await producer[Symbol.asyncDispose]()
        for (const id of producer.answered.keys())
          answered.add(id)
      }
      await using again = await startServerProgram(env)
      await waitFor('it serves what it holds', async () => (await fetch(`${again.url}/readyz`)).status === 200, 20_000)
      const held = await matters(again.url)
      const lost = [...answered].filter(id => !held.has(id)).length
      disk.clear()
      await using producer = new HttpProducer(postEvents(again.url), `D${round}-again-`)
      const goesOn = await waitFor('it takes more', () => producer.answered.size > 20, 30_000).catch(() => false)
      told({ survived: lost === 0 && goesOn, lost, note: `${answered.size} answered, ${held.size} held on the full disk` })
    }
  },
}

async function log(url: string): Promise<string> {
  return (await (await fetch(`${url}/readyz`)).json() as { log: string }).log
}

async function matters(url: string): Promise<Set<string>> {
  const state = await (await fetch(`${url}/api/v1/state?audience=desk&region=152921`)).json() as StateResource
  return new Set((state.state.incident.incidents as { id: string }[]).map(({ id }) => id))
}
