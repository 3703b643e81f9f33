import type { Appended, Fenced, FencedAppend } from '../../../server/log/EventLog.ts'
import { expect, it } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { RejectedWriter } from '../../../server/projection/rejectedWriter.ts'
import { Term } from '../../../server/tenure/Term.ts'
import { quietLogger } from '../../support/quietLogger.ts'
import { waitFor } from '../../support/waitFor.ts'

const refusal = { reason: 'bad-data', path: 'data', message: 'm' } as const
const entry = (id: number) => ({ stream: 'incident', id: `${id}-0`, fields: { type: 't', data: 'd' } })

const term = (ended = () => {}) => new Term({ lease: 'tenure', token: 1 }, Infinity, systemClock, ended)

class Copies {
  readonly ids: string[] = []
  away = false
  another = false
  async appendFenced({ entries }: FencedAppend): Promise<Appended[] | Fenced> {
    if (this.away)
      throw new Error('no')
    if (this.another)
      return { outcome: 'fenced' }
    this.ids.push(...entries.map(({ fields }) => fields.id!))
    return entries.map(() => ({ outcome: 'appended', id: '1-0', reached: 'accepted' }))
  }
}

it('[R2] writes nothing without the lease; whoever gets it writes what waited', async () => {
  const log = new Copies()
  const writer = new RejectedWriter(log, systemClock, quietLogger)
  writer.add(entry(1), refusal)
  await writer.flush()
  expect(log.ids).toEqual([])
  writer.hold(term())
  writer.add(entry(2), refusal)
  await waitFor('both are written', () => log.ids.length === 2)
  expect(log.ids).toEqual(['incident/1-0', 'incident/2-0'])
})

it('[R2] holds the reader up at its bound; only a log that takes no writes makes it leave out the oldest', async () => {
  const log = new Copies()
  const writer = new RejectedWriter(log, systemClock, quietLogger)
  log.away = true
  writer.hold(term())
  for (let i = 1; i <= 6000; i++)
    writer.add(entry(i), refusal)
  await writer.room()
  expect(writer.lost).toBe(1000)
  log.away = false
  writer.hold(term())
  await writer.flush()
  expect([log.ids.length, log.ids[0]]).toEqual([5000, 'incident/1001-0'])
  for (let i = 7001; i <= 14_000; i++)
    writer.add(entry(i), refusal)
  await writer.room()
  await writer.flush()
  expect([log.ids.length, writer.lost]).toEqual([12_000, 1000])
})

it('[R2] one that is fenced off writes nothing and keeps what waits, in case the other goes', async () => {
  const log = new Copies()
  log.another = true
  const writer = new RejectedWriter(log, systemClock, quietLogger)
  let ended = false
  writer.add(entry(1), refusal)
  writer.hold(term(() => ended = true))
  await waitFor('it knows', () => ended)
  writer.hold(undefined)
  log.another = false
  await writer.flush()
  expect(log.ids).toEqual([])
  writer.hold(term())
  await writer.flush()
  expect(log.ids).toEqual(['incident/1-0'])
})
