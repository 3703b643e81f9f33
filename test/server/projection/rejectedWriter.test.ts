import type { Append, Appended } from '../../../server/log/EventLog.ts'
import { expect, it } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { RejectedWriter } from '../../../server/projection/rejectedWriter.ts'
import { quietLogger } from '../../support/quietLogger.ts'
import { waitFor } from '../../support/waitFor.ts'

const refusal = { reason: 'bad-data', path: 'data', message: 'm' } as const
const entry = (id: number) => ({ stream: 'incident', id: `${id}-0`, fields: { type: 't', data: 'd' } })

class Copies {
  readonly ids: string[] = []
  away = false
  async append(entries: readonly Append[]): Promise<Appended[]> {
    if (this.away)
      throw new Error('no')
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
  writer.hold(true)
  writer.add(entry(2), refusal)
  await waitFor('both are written', () => log.ids.length === 2)
  expect(log.ids).toEqual(['incident/1-0', 'incident/2-0'])
})

it('[R2] holds the reader up at its bound; only a log that takes no writes makes it leave out the oldest', async () => {
  const log = new Copies()
  const writer = new RejectedWriter(log, systemClock, quietLogger)
  log.away = true
  writer.hold(true)
  for (let i = 1; i <= 6000; i++)
    writer.add(entry(i), refusal)
  await writer.room()
  expect(writer.lost).toBe(1000)
  log.away = false
  writer.hold(true)
  await writer.flush()
  expect([log.ids.length, log.ids[0]]).toEqual([5000, 'incident/1001-0'])
  for (let i = 7001; i <= 14_000; i++)
    writer.add(entry(i), refusal)
  await writer.room()
  await writer.flush()
  expect([log.ids.length, writer.lost]).toEqual([12_000, 1000])
})
