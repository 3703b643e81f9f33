import type { SimulatedEvent } from '../../../../server/simulator/day/SimulatedEvent.ts'
import type { Standing } from '../../../../server/simulator/standing/Standing.ts'
import { describe, expect, it } from 'vitest'
import { asItStands } from '../../../../server/simulator/standing/asItStands.ts'
import { Standings } from '../../../../server/simulator/standing/Standings.ts'
import { AFTERNOON, pastUntil, world } from '../../../support/simulated.ts'

const event = (move: string, data: object = {}): SimulatedEvent => ({ type: `incident.${move}`, id: `WG-1/${move}`, at: AFTERNOON, subject: 'WG-1', actor: 'S1', data }) as SimulatedEvent
const told = (standing: Partial<Standing>, what: SimulatedEvent) => {
  const standings = new Map<string, Standing>([['WG-1', { stage: 'handling', level: 'grid', version: 5, ...standing }]])
  return [asItStands(what, standings).map(({ type }) => type.slice('incident.'.length)), standings.get('WG-1')!.stage]
}

describe('those who act look before they act', () => {
  it('do what was planned where the matter stands as planned', () => {
    expect(told({}, event('feedback'))).toEqual([['feedback'], 'feedback'])
    expect(told({ stage: 'reported' }, event('closed'))).toEqual([['closed'], 'closed'])
  })

  it('sign again for what was escalated meanwhile, and go the missing part of the way', () => {
    expect(told({ stage: 'dispatched', level: 'community' }, event('feedback'))).toEqual([['acknowledged', 'handling', 'feedback'], 'feedback'])
    expect(told({ stage: 'dispatched' }, event('closed'))).toEqual([['acknowledged', 'handling', 'feedback', 'closed'], 'closed'])
    expect(told({ stage: 'dispatched' }, event('rework'))).toEqual([['acknowledged', 'handling', 'feedback', 'checking', 'rework'], 'rework'])
  })

  it('leave out what somebody has done before, and what has lost its sense', () => {
    expect(told({ stage: 'closed' }, event('feedback'))).toEqual([[], 'closed'])
    expect(told({ stage: 'feedback' }, event('acknowledged'))).toEqual([[], 'feedback'])
    expect(told({ level: 'town' }, event('escalated', { to: 'community', reason: 'limit-passed' }))).toEqual([[], 'handling'])
    expect(told({ card: 'red' }, event('supervised', { card: 'yellow' }))).toEqual([[], 'handling'])
    expect(told({ stage: 'parked' }, event('feedback'))).toEqual([[], 'parked'])
  })
})

it('changes nothing in days that nobody else has touched', async () => {
  const events = pastUntil(AFTERNOON, world()).filter(({ type }) => type.startsWith('incident.'))
  const standings = new Standings(async () => new Map())
  const same = await standings.adapt(events, AbortSignal.timeout(1000))
  const cards = (list: readonly SimulatedEvent[]) => list.filter(({ type }) => type !== 'incident.supervised')
  expect(cards(same)).toEqual(cards(events))
}, 120_000)

it('takes what is seen for true unless it is older than what was told here', async () => {
  let seen: Map<string, Standing> | undefined
  const standings = new Standings(async () => seen)
  const signal = AbortSignal.timeout(10_000)
  const tell = async (what: SimulatedEvent) => (await standings.adapt([what], signal)).map(({ type }) => type)
  expect(await tell(event('feedback'))).toEqual(['incident.feedback'])
  seen = new Map([['WG-1', { stage: 'handling', level: 'grid', version: 4 }]])
  expect(await tell(event('feedback'))).toEqual(['incident.feedback'])
  expect(await tell(event('checking'))).toEqual(['incident.checking'])
  seen = new Map([['WG-1', { stage: 'dispatched', level: 'town', version: 7 }]])
  expect(await tell(event('closed'))).toEqual(['incident.acknowledged', 'incident.handling', 'incident.feedback', 'incident.closed'])
  seen = new Map()
  expect(await tell(event('evaluated', { satisfied: true }))).toEqual([])
})
