import type { EventLog } from '../../../server/log/EventLog.ts'
import type { Term } from '../../../server/tenure/Term.ts'
import { expect, it } from 'vitest'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { LogUnavailableError } from '../../../server/log/LogUnavailableError.ts'
import { Tenure } from '../../../server/tenure/Tenure.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { quietLogger } from '../../support/quietLogger.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { waitFor } from '../../support/waitFor.ts'

/** Two servers of one log, each with two offices under one lease. */
async function twoServers() {
  const folder = await temporaryFolder()
  const clock = new ManualClock()
  const log = new EmbeddedEventLog({ dataDir: folder.path, clock })
  const server = (holder: string, leases: Pick<EventLog, 'acquireLease' | 'releaseLease'> = log) => {
    const heard: string[] = []
    const terms: Term[] = []
    const office = (name: string) => ({ take: (term: Term) => {
      heard.push(`${name} takes`)
      terms.push(term)
    }, leave: () => heard.push(`${name} leaves`) })
    return { heard, terms, tenure: new Tenure({ log: leases, clock, logger: quietLogger, lease: 'tenure', holder, offices: [office('keeper'), office('engine')] }) }
  }
  const turn = async () => {
    clock.advance(1500)
    // What was asked for before has been answered when these are.
    for (let i = 0; i < 3; i++)
      await log.acquireLease('behind', 'test', 1)
  }
  return { clock, log, server, turn, async [Symbol.asyncDispose]() {
    await log[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  } }
}

it('[L40] one server has all the offices of a lease, under one fence; when it ends another has them within a turn', async () => {
  await using world = await twoServers()
  const [a, b] = [world.server('a'), world.server('b')]
  await a.tenure.begin()
  await b.tenure.begin()
  expect([a.heard, b.heard]).toEqual([['keeper takes', 'engine takes'], []])
  expect(a.terms[0]).toBe(a.terms[1])
  for (let i = 0; i < 20; i++)
    await world.turn()
  expect(a.terms[0]!.fence).toEqual({ lease: 'tenure', token: 1 })
  await a.tenure.end()
  expect(a.heard.slice(2)).toEqual(['keeper leaves', 'engine leaves'])
  await world.turn()
  await waitFor('b has them', () => b.heard.length === 2)
  expect(b.terms[0]!.fence).toEqual({ lease: 'tenure', token: 2 })
  await b.tenure.end()
})

it('[L40] a lease that may have run out is no fence, and while the log cannot be asked the term ends', async () => {
  await using world = await twoServers()
  let away = false
  const a = world.server('a', {
    acquireLease: (...asked) => away ? Promise.reject(new LogUnavailableError('away')) : world.log.acquireLease(...asked),
    releaseLease: (...asked) => world.log.releaseLease(...asked),
  })
  await a.tenure.begin()
  const [term] = a.terms
  away = true
  for (let i = 0; i < 3; i++)
    await world.turn()
  expect([a.tenure.held, term!.fence]).toEqual([true, { lease: 'tenure', token: 1 }])
  await world.turn()
  await world.turn()
  expect(term!.fence).toBeUndefined()
  expect([a.tenure.held, term!.signal.aborted, a.heard.slice(2)]).toEqual([false, true, ['keeper leaves', 'engine leaves']])
  away = false
  await world.turn()
  await waitFor('a new term', () => a.terms.length === 4)
  expect(a.terms[2]!.fence).toEqual({ lease: 'tenure', token: 2 })
  await a.tenure.end()
})

it('[L40] whoever is told that it is fenced off ends the term for all offices at once', async () => {
  await using world = await twoServers()
  const a = world.server('a')
  await a.tenure.begin()
  await world.log.releaseLease('tenure', 'a')
  await world.log.acquireLease('tenure', 'b', 60_000)
  a.terms[0]!.end()
  expect([a.tenure.held, a.heard.slice(2)]).toEqual([false, ['keeper leaves', 'engine leaves']])
  await world.turn()
  expect(a.tenure.held).toBe(false)
  await a.tenure.end()
  expect(await world.log.acquireLease('tenure', 'c', 1)).toBeUndefined()
})
