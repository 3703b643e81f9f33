import { expect, it } from 'vitest'
import { startOf } from '../../../shared/protocol/LogPosition.ts'
import { ClockWatch } from '../../../server/projection/ClockWatch.ts'
import { LogHealth } from '../../../server/read/LogHealth.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { quietLogger } from '../../support/quietLogger.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** A server and a log, each with a clock of its own; `slow` is how long the log takes to answer. */
function world(home: 'redis' | 'embedded', { begins = true } = {}) {
  const clock = new ManualClock()
  const log = { home, ahead: 0, slow: 0, away: false, time: async () => {
    if (log.away)
      throw new Error('away')
    const told = home === 'redis' ? clock.monotonic() + log.ahead : clock.now()
    await Promise.resolve()
    clock.advance(log.slow)
    return told
  } }
  const health = new LogHealth(clock)
  const projection = { position: startOf('e') }
  let changes = 0
  const watch = new ClockWatch({ log, clock, health, projection, logger: quietLogger, changed: () => changes++ })
  const look = async () => {
    clock.advance(2000)
    await new Promise(setImmediate)
  }
  return { clock, log, health, projection, watch, look, changes: () => changes, ready: begins ? watch.begin() : Promise.resolve() }
}

it.each([['server-ahead', 2 * DAY], ['server-behind', -2 * DAY]] as const)('[X22] a %s of its Redis is told with by how much, until it is right', async (fault, skew) => {
  const { clock, health, watch, look, changes, ready } = world('redis')
  clock.jump(skew)
  expect(watch.disagree).toBe(true)
  await ready
  expect(health.clock).toEqual({ fault, ms: 2 * DAY })
  expect(watch.disagree).toBe(true)
  clock.jump(MINUTE / 2 - skew)
  expect(watch.disagree).toBe(false)
  await look()
  expect(health.clock).toBeUndefined()
  expect(changes()).toBe(2)
})

it('[X22] before the log has told its time nothing is decided; what it told holds while it is away, and a slow answer tells nothing', async () => {
  const { clock, log, health, watch, look } = world('redis', { begins: false })
  log.away = true
  await watch.begin()
  expect(watch.disagree).toBe(true)
  log.away = false
  await look()
  expect(watch.disagree).toBe(false)
  log.away = true
  clock.jump(DAY)
  await look()
  expect(health.clock).toEqual({ fault: 'server-ahead', ms: DAY })
  log.away = false
  log.slow = 5 * MINUTE
  clock.jump(-DAY)
  await look()
  expect(health.clock).toBeUndefined()
})

it.each(['embedded', 'redis'] as const)('[X22] a log (%s) whose newest entry lies ahead is told until time has caught up', async (home) => {
  const { clock, health, projection, watch, look, ready } = world(home)
  await ready
  expect(watch.disagree).toBe(false)
  projection.position.last.patrol = `${clock.now() + 2 * DAY}-0`
  expect(watch.disagree).toBe(true)
  await look()
  expect(health.clock).toEqual({ fault: 'log-ahead', ms: 2 * DAY - 2000 })
  clock.advance(2 * DAY - 2 * MINUTE)
  expect(watch.disagree).toBe(true)
  clock.advance(2 * MINUTE)
  await look()
  expect(health.clock).toBeUndefined()
})

it('[X23] of the server\'s clock and the log\'s the earlier is now', async () => {
  const { clock, log, watch, look, ready } = world('redis')
  await ready
  const right = clock.now()
  clock.jump(2 * DAY)
  expect(watch.clock.now()).toBe(right)
  clock.jump(-3 * DAY)
  expect(watch.clock.now()).toBe(right - DAY)
  clock.jump(DAY)
  log.ahead = 2 * DAY
  await look()
  expect(watch.clock.now()).toBe(right + 2000)
})

it('[X23] an event is told now where its entry will lie ahead', async () => {
  const { clock, projection, watch } = world('embedded')
  projection.position.last.incident = `${clock.now()}-0`
  expect(watch.told).toBeUndefined()
  projection.position.last.incident = `${clock.now() + DAY}-0`
  expect(watch.told).toBe(clock.now())
})

it('[X24] a clock that jumps is noticed, either way', async () => {
  const { clock, look, changes, ready } = world('embedded')
  await ready
  clock.jump(30_000)
  await look()
  expect(changes()).toBe(0)
  clock.jump(2 * DAY)
  await look()
  clock.jump(-2 * DAY)
  await look()
  expect(changes()).toBe(2)
})
