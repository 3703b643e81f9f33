import type { EventLog } from '../../../server/log/EventLog.ts'
import { expect, it } from 'vitest'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { watchWrites } from '../../../server/log/watchWrites.ts'
import { FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const guard = { stream: 'incident', subject: 'WG-1', after: FIRST_ENTRY }
const held = { lease: 'engine', token: 1 }
const entry = (id: string) => ({ stream: 'incident', fields: { subject: 'WG-1', source: 'test', id, data: '{}' } })

async function opened() {
  const folder = await temporaryFolder()
  const heard: string[] = []
  const log = watchWrites(new EmbeddedEventLog({ dataDir: folder.path, clock: { now: () => Date.now() } }), { wrote: () => heard.push('wrote'), refused: reason => heard.push(reason) })
  return { log, heard, [Symbol.asyncDispose]: async () => {
    await log[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  } }
}

it('[T10] only what was really written proves that the log takes writes', async () => {
  await using made = await opened()
  const { log, heard } = made
  const said = async (what: () => Promise<unknown>): Promise<string[]> => {
    await what()
    return heard.splice(0)
  }
  expect(await said(() => log.append([entry('a')]))).toEqual(['wrote'])
  expect(await said(() => log.append([entry('a')]))).toEqual([])
  expect(await said(() => log.appendGuarded({ entries: [entry('b')], guard }))).toEqual([])
  expect(await said(() => log.acquireLease('engine', 'one', 60_000))).toEqual(['wrote'])
  expect(await said(() => log.acquireLease('engine', 'two', 60_000))).toEqual([])
  expect(await said(() => log.appendFenced({ entries: [entry('c')], guard }, { lease: 'engine', token: 9 }))).toEqual([])
  expect(await said(() => log.trim('incident', FIRST_ENTRY, held))).toEqual([])
  expect(await said(() => log.read({ incident: FIRST_ENTRY }, { limit: 9, blockMs: 0 }))).toEqual([])
  expect(await said(() => log.probe())).toEqual(['wrote'])
  expect(await said(() => log.putCheckpoint({ name: 'a', cursor: '', at: 1, body: new Uint8Array(3) }, 3, { lease: 'engine', token: 9 }))).toEqual([])
  expect(await said(() => log.putCheckpoint({ name: 'a', cursor: '', at: 1, body: new Uint8Array(3) }, 3, held))).toEqual(['wrote'])
  expect(log.home).toBe('embedded')
})

it('[T10] whatever is refused is heard, of each way to write; what was asked wrongly is not', async () => {
  await using made = await opened()
  const { log, heard } = made
  await expect(log.append([{ stream: 'no such stream!', fields: {} }])).rejects.toThrow()
  expect(heard).toEqual([])
  await log[Symbol.asyncDispose]()
  const ways: (() => Promise<unknown>)[] = [
    () => log.append([entry('d')]),
    () => log.appendGuarded({ entries: [entry('e')], guard }),
    () => log.appendFenced({ entries: [entry('f')], guard }, { lease: 'engine', token: 1 }),
    () => log.acquireLease('engine', 'one', 1000),
    () => log.releaseLease('engine', 'one'),
    () => log.putCheckpoint({ name: 'b', cursor: '', at: 1, body: new Uint8Array(3) }, 3, held),
    () => log.trim('incident', FIRST_ENTRY, held),
    () => log.renewEpoch('x'),
    () => log.probe(),
  ]
  for (const way of ways)
    await expect(way()).rejects.toThrow('closed')
  expect(heard).toEqual(ways.map(() => 'The embedded log is closed.'))
})

it('[T10] the watched log is the log itself in every other respect', async () => {
  await using made = await opened()
  const log: EventLog = made.log
  expect([log.description, log.offers]).toEqual([expect.stringContaining('embedded'), 'durable'])
})
