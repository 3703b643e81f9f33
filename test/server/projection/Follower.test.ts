import { expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../../server/clock.ts'
import { Places } from '../../../server/district/Places.ts'
import { loadDistrict } from '../../../server/district/loadDistrict.ts'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { restore } from '../../../server/projection/checkpoint.ts'
import { Follower } from '../../../server/projection/Follower.ts'
import { Projection } from '../../../server/projection/Projection.ts'
import { RejectedWriter } from '../../../server/projection/rejectedWriter.ts'
import { LogHealth } from '../../../server/read/LogHealth.ts'
import { basisOf } from '../../../shared/domain/basisOf.ts'
import { quietLogger } from '../../support/quietLogger.ts'
import { reportIncident } from '../../support/reportIncident.ts'
import { SwappedLog } from '../../support/SwappedLog.ts'
import { TINY_DISTRICT } from '../../support/startTestServer.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { waitFor } from '../../support/waitFor.ts'

it('[L23] an epoch that was left is never gone on with; who listens hears first that nothing may be kept, then what was known before', async () => {
  await using folder = await temporaryFolder()
  await using first = await openWith(folder.path, 'one', ['WG-KEPT', 'WG-LOST'])
  const swapped = new SwappedLog(first)
  const { log } = swapped
  const district = await loadDistrict(TINY_DISTRICT)
  const projection = new Projection(await restore(log, basisOf(district), quietLogger))
  const heard: unknown[] = []
  projection.listen({
    wentBack: () => heard.push(['went back', projection.ready]),
    restarted: ({ state }) => heard.push(['restarted', [...state.incident.incidents.keys()].sort()]),
  })
  const [clock, logger] = [systemClock, quietLogger]
  const follower = new Follower({ log, dataDir: folder.path, clock, health: new LogHealth(clock), logger, places: new Places(district), projection, rejected: new RejectedWriter(log, clock, logger) })
  onTestFinished(() => follower[Symbol.asyncDispose]())
  await projection.caughtUp()
  expect(projection.position.epoch).toBe('one')

  // Another log comes to stand under the same name, with another epoch.
  await using second = await openWith(`${folder.path}/second`, 'two', ['WG-KEPT'])
  swapped.put(second)
  await waitFor('the second log is followed', () => projection.ready && projection.position.epoch === 'two')
  expect(heard).toEqual([['went back', false], ['restarted', ['WG-KEPT', 'WG-LOST']]])

  // Back comes the first one, with the epoch that was left.
  swapped.put(first)
  await waitFor('the first log is followed', () => projection.ready && projection.position.epoch.startsWith('one-'))
  expect(await first.epoch()).toBe(projection.position.epoch)
  expect([...projection.state.incident.incidents.keys()].sort()).toEqual(['WG-KEPT', 'WG-LOST'])
})

it.each([false, true])('ends at once though it has long to rest, told while it rests: %s', async (whileResting) => {
  await using folder = await temporaryFolder()
  await using log = await openWith(folder.path, 'one', ['WG-1'])
  const district = await loadDistrict(TINY_DISTRICT)
  const projection = new Projection(await restore(log, basisOf(district), quietLogger))
  const [clock, logger] = [systemClock, quietLogger]
  const gate = deferred()
  const rejected = new RejectedWriter(log, clock, logger)
  let asked = 0
  let rests = 0
  rejected.room = () => (asked++, whileResting ? Promise.resolve() : gate.promise)
  const follower = new Follower({ log, dataDir: folder.path, clock, health: new LogHealth(clock), logger, places: new Places(district), projection, rejected, restMs: () => (rests++, 3_600_000) })
  await waitFor('it has read', () => whileResting ? rests > 0 : asked > 0)
  const ended = follower[Symbol.asyncDispose]()
  gate.resolve()
  await ended
  expect(projection.state.incident.incidents.has('WG-1')).toBe(true)
})

async function openWith(dataDir: string, epoch: string, ids: readonly string[]): Promise<EmbeddedEventLog> {
  let made = 0
  const log = new EmbeddedEventLog({ dataDir, clock: { now: () => Date.now() }, randomId: () => made++ === 0 ? epoch : `${epoch}-${made}` })
  await log.epoch()
  await log.append(ids.map(id => ({ stream: 'incident', fields: { type: 'incident.reported', subject: id, data: JSON.stringify(reportIncident(id).data) } })))
  return log
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>(done => resolve = done)
  return { promise, resolve }
}
