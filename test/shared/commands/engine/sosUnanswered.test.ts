import type { WanggeEvent } from '../../../../shared/state/event.ts'
import { expect, it } from 'vitest'
import { sosUnanswered } from '../../../../shared/commands/engine/sosUnanswered.ts'
import { fold } from '../../../../shared/state/fold.ts'
import { EngineWorld, HOUR, MINUTE } from '../../../support/EngineWorld.ts'
import { tinyBasis } from '../../../support/tinyBasis.ts'

const SOS = 'sos:1000-1'
const grid = tinyBasis.grids[0]!

function raised() {
  const world = new EngineWorld()
  const start = world.now
  let serial = 1
  const tell = (type: string, subject: string, data: object = {}) =>
    fold(world.state, { stream: 'patrol', entry: `1000-${serial}`, type: `patrol.${type}`, time: new Date(world.now).toISOString(), source: 't', id: String(serial++), subject, data: { grid, ...data } } as WanggeEvent)
  tell('sos', 'S1')
  const next = () => sosUnanswered(world.state.patrol.calls.get(SOS)!, world.facts, world.now)
  return { world, start, tell, next }
}

it('[X40] a call for help that nobody signs for in the time for it goes to the second seat, then to the lead, and stays there', () => {
  const { world, start, tell, next } = raised()
  expect(next()).toEqual({ at: start + 10 * MINUTE, data: { grid, to: 'next-on-duty', seat: 'seat-2' } })
  world.now += 10 * MINUTE
  tell('sos-called', SOS, next()!.data)
  expect(next()).toEqual({ at: start + 20 * MINUTE, data: { grid, to: 'lead', seat: 'seat-3' } })
  world.now += 10 * MINUTE
  tell('sos-called', SOS, next()!.data)
  expect(next()).toBeUndefined()
  expect(world.state.patrol.calls.get(SOS)).toMatchObject({ stage: 'calling', calledTo: 'lead', calls: 2 })
})

it('[X40] what is signed for goes on no more; nor does what is a day old, or while the engine is off', () => {
  const { world, tell, next } = raised()
  world.now += 25 * HOUR
  expect(next()).toBeUndefined()
  world.now -= 25 * HOUR
  expect(sosUnanswered(world.state.patrol.calls.get(SOS)!, { ...world.facts, rules: { ...world.facts.rules, on: false } }, world.now)).toBeUndefined()
  tell('sos-signed', SOS)
  expect(next()).toBeUndefined()
})

it('[X40] somebody who passes it on gives the next seat its own time', () => {
  const { world, start, tell, next } = raised()
  world.now += 4 * MINUTE
  tell('sos-passed-on', SOS, { to: 'next-on-duty', seat: 'seat-2' })
  expect(next()).toMatchObject({ at: start + 14 * MINUTE, data: { to: 'lead' } })
})
