import type { SimulatedEvent } from '../../../../server/simulator/day/SimulatedEvent.ts'
import type { SeenCall } from '../../../../server/simulator/standing/lookAtCalls.ts'
import { expect, it } from 'vitest'
import { OwedAnswers } from '../../../../server/simulator/standing/OwedAnswers.ts'
import { AFTERNOON } from '../../../support/simulated.ts'

const GRID = '152921402001001'
const press: SimulatedEvent = { type: 'patrol.sos', id: '1/sos', at: AFTERNOON, subject: 'S1', data: { grid: GRID } }
const signed: SimulatedEvent = { type: 'patrol.sos-signed', id: '1/signed', at: AFTERNOON + 60_000, subject: 'S1', actor: 'seat-1', data: { grid: GRID } }
const ended: SimulatedEvent = { type: 'patrol.sos-ended', id: '1/ended', at: AFTERNOON + 900_000, subject: 'S1', actor: 'seat-1', data: { grid: GRID, outcome: 'safe' } }
const never = new AbortController().signal

it('answers to a call that is told in the same breath wait until it is seen, and then name it, in order', async () => {
  let calls: SeenCall[] = []
  const answers = new OwedAnswers(async () => calls)
  expect(await answers.adapt([press, signed, ended], never)).toEqual([press])
  calls = [{ id: 'sos:5-0', worker: 'S1', stage: 'calling' }]
  expect(await answers.adapt([], never)).toEqual([{ ...signed, subject: 'sos:5-0' }, { ...ended, subject: 'sos:5-0' }])
  expect(await answers.adapt([], never)).toEqual([])
})

it('what a seat has signed for is not signed again, and is ended still', async () => {
  const answers = new OwedAnswers(async () => [{ id: 'sos:4-0', worker: 'S1', stage: 'ended' }, { id: 'sos:5-0', worker: 'S1', stage: 'signed' }])
  expect(await answers.adapt([signed, ended], never)).toEqual([{ ...ended, subject: 'sos:5-0' }])
})

it('nobody looks for ever for a call that nobody sees, nor looks where nothing is owed', async () => {
  let looks = 0
  const answers = new OwedAnswers(async () => {
    looks++
    return undefined
  })
  await answers.adapt([press], never)
  expect(looks).toBe(0)
  await answers.adapt([signed], never)
  for (let i = 0; i < 50; i++)
    expect(await answers.adapt([], never)).toEqual([])
  expect(looks).toBe(21)
})
