import { expect, it } from 'vitest'
import { HandoverBook } from '../../../server/desk/HandoverBook.ts'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { byStream } from '../../../shared/words/byStream.ts'
import { Cursors } from '../../../server/webhooks/Cursors.ts'
import { SwappedLog } from '../../support/SwappedLog.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const clock = { now: () => Date.now() }

it('[P22] how far targets were told is not written into a log that has lost what it rests on, and is read anew from it', async () => {
  await using folder = await temporaryFolder()
  await using one = new EmbeddedEventLog({ dataDir: `${folder.path}/one`, clock })
  await using two = new EmbeddedEventLog({ dataDir: `${folder.path}/two`, clock })
  const swapped = new SwappedLog(one)
  const cursors = new Cursors(swapped.log)
  const fenceOf = async (log: EmbeddedEventLog) => ({ lease: 'webhooks', token: (await log.acquireLease('webhooks', 'me', 60_000))!.token })
  expect(await cursors.load()).toEqual({})
  expect(await cursors.keep({ target: { incident: '5-0' } }, await fenceOf(one))).toBe(true)
  swapped.put(two)
  const fence = await fenceOf(two)
  await expect(cursors.keep({ target: { incident: '6-0' } }, fence)).rejects.toMatchObject({ name: 'LogWentBackError' })
  expect(await two.bounds('webhooks')).toBeUndefined()
  expect(await cursors.load()).toEqual({})
  expect(await cursors.keep({ target: { incident: '1-0' } }, fence)).toBe(true)
})

it('[H5] how far a target was told is read back of every stream, of one that this server does not know too', async () => {
  await using folder = await temporaryFolder()
  await using log = new EmbeddedEventLog({ dataDir: folder.path, clock })
  const fence = { lease: 'webhooks', token: (await log.acquireLease('webhooks', 'me', 60_000))!.token }
  const told = { target: { ...byStream(stream => `5-${stream.length}`), 'of-a-later-build': '7-0' } }
  const cursors = new Cursors(log)
  await cursors.load()
  expect(await cursors.keep(told, fence)).toBe(true)
  expect(await new Cursors(log).load()).toEqual(told)
})

it('[P22] a handover that the log has lost was never signed', async () => {
  await using folder = await temporaryFolder()
  await using one = new EmbeddedEventLog({ dataDir: `${folder.path}/one`, clock })
  await using two = new EmbeddedEventLog({ dataDir: `${folder.path}/two`, clock })
  const swapped = new SwappedLog(one)
  const book = new HandoverBook(swapped.log)
  await one.append([{ stream: 'handovers', fields: { data: '{}' } }])
  await book.readOn()
  swapped.put(two)
  const signature = { id: 'seat-1/seat-2/1', from: 'seat-1', to: 'seat-2', sign: 'from', at: 1, draft: {} } as unknown as Parameters<HandoverBook['keep']>[0]
  await expect(book.keep(signature)).rejects.toMatchObject({ name: 'LogWentBackError' })
  await book.readOn()
  expect(book.newest).toEqual([])
  expect(await book.keep(signature)).toBe('kept')
})
