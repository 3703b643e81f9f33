import type { StateResource } from '../../../shared/protocol/stateResource.ts'
import type { Fault } from '../Fault.ts'
import { postEvents } from '../../support/postEvents.ts'
import { HttpProducer } from '../../support/HttpProducer.ts'
import { startServerProgram } from '../../support/startServerProgram.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { waitFor } from '../../support/waitFor.ts'

/** The server is killed at any moment, with its log on its own disk; what it answered is there after the next start. */
export const killNine: Fault = {
  name: 'kill-9',
  rounds: 20,
  async run(rounds, told) {
    await using folder = await temporaryFolder()
    const env = { DATA_DIR: folder.path, SIMULATOR: 'off', INGEST_RATE: '20000' }
    const answered = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      {
        await using server = await startServerProgram(env)
        const producer = new HttpProducer(postEvents(server.url), `K${round}-`)
        const wanted = 50 + Math.random() * 100
        await waitFor('matters', () => producer.answered.size > wanted, 30_000)
        await server.end('SIGKILL')
        await producer[Symbol.asyncDispose]()
        for (const id of producer.answered.keys())
          answered.add(id)
      }
      await using again = await startServerProgram(env)
      const held = await waitFor('it serves what it holds', async () => (await fetch(`${again.url}/readyz`)).status === 200 ? await matters(again.url) : undefined, 20_000)
      const lost = [...answered].filter(id => !held.has(id)).length
      told({ survived: lost === 0, lost, note: `${answered.size} answered so far, ${held.size} held` })
    }
  },
}

async function matters(url: string): Promise<Set<string>> {
  const state = await (await fetch(`${url}/api/v1/state?audience=desk&region=152921`)).json() as StateResource
  return new Set((state.state.incident.incidents as { id: string }[]).map(({ id }) => id))
}
