import type { Command } from '../../../../shared/commands/Command.ts'
import type { CommandAnswer } from '../../../../shared/protocol/commandAnswer.ts'
import { describe, expect, it } from 'vitest'
import { CutError } from '../../../../client/base/CutError.ts'
import { setUpCommands } from '../../../../client/desk/matter/setUpCommands.ts'
import { FakeTimers } from '../../../support/FakeTimers.ts'
import { waitFor } from '../../../support/waitFor.ts'

interface Question { command: Command; resolve: (answer: CommandAnswer) => void; reject: (error: Error) => void }

const accepted = (id: string): CommandAnswer => ({ accepted: true, id, entries: ['5-0'], version: '5-0' })

class Desk {
  readonly asked: Question[] = []
  readonly timers = new FakeTimers()
  readonly shown: (() => void)[] = []
  private serial = 0
  readonly commands

  constructor(readonly stored = new Map<string, string>()) {
    this.commands = setUpCommands({
      ask: (_, command) => new Promise((resolve, reject) => this.asked.push({ command, resolve, reject })),
      machine: { ...this.timers, chance: () => 0, freshId: () => `id-${++this.serial}` },
      actor: () => 'seat-1',
      versionOf: () => '4-0',
      untilShown: () => new Promise(resolve => this.shown.push(resolve)),
      memory: { getItem: key => stored.get(key) ?? null, setItem: (key, value) => void stored.set(key, value), removeItem: key => void stored.delete(key) },
    })
  }

  get states() {
    return this.commands.underWay.value.map(({ command, state }) => [command.id, state])
  }
}

describe('commands', () => {
  it('[C20] are expected until the picture shows them, and carry the version that was seen', async () => {
    const desk = new Desk()
    const answer = desk.commands.give('accept', 'WG-1', {})
    expect(desk.asked[0]?.command).toEqual({ type: 'accept', id: 'id-1', incident: 'WG-1', version: '4-0', actor: 'seat-1', data: {} })
    expect(desk.states).toEqual([['id-1', 'sent']])
    desk.asked[0]!.resolve(accepted('id-1'))
    expect(await answer).toEqual(accepted('id-1'))
    expect(desk.states).toEqual([['id-1', 'accepted']])
    desk.shown[0]!()
    await waitFor('it is shown', () => desk.states.length === 0)
    void desk.commands.give('dispatch', 'WG-1', { unit: '供热公司' }, '3-0')
    expect(desk.asked[1]?.command.version).toBe('3-0')
  })

  it('[C20] know the last order of this desk before the picture shows it, and nothing else that happened', async () => {
    const desk = new Desk()
    const first = desk.commands.give('reclassify', 'WG-1', { category: 'safety' })
    desk.asked[0]!.resolve(accepted('id-1'))
    await first
    const versionFrom = (seen: string) => {
      void desk.commands.give('accept', 'WG-1', {}, seen)
      return desk.asked.at(-1)!.command.version
    }
    expect(['4-0', '3-0', '4-7', '5-0', '6-0'].map(versionFrom)).toEqual(['5-0', '3-0', '5-0', '5-0', '6-0'])
    void desk.commands.give('accept', 'WG-2')
    expect(desk.asked.at(-1)?.command.version).toBe('4-0')
  })

  it('[C20] are sent again under the same id after a cut, at once when the link is live, and when the log was away', async () => {
    const desk = new Desk()
    const answer = desk.commands.give('accept', 'WG-1')
    desk.asked[0]!.reject(new CutError('gone'))
    await waitFor('it is cut', () => desk.states[0]?.[1] === 'cut')
    desk.timers.advance(500)
    await waitFor('it is asked again', () => desk.asked.length === 2)
    desk.asked[1]!.resolve({ accepted: false, id: 'id-1', reason: 'log-away', message: 'x' })
    await waitFor('it is cut', () => desk.states[0]?.[1] === 'cut')
    desk.commands.sendNow()
    await waitFor('it is asked again', () => desk.asked.length === 3)
    desk.asked[2]!.resolve({ ...accepted('id-1'), duplicate: true } as CommandAnswer)
    expect(await answer).toMatchObject({ accepted: true, duplicate: true })
    expect(new Set(desk.asked.map(({ command }) => command.id))).toEqual(new Set(['id-1']))
    expect(desk.timers.pending).toBe(0)
  })

  it('[C20] that have no answer outlive a reload under their id; what cannot be read is left', () => {
    const desk = new Desk()
    void desk.commands.give('accept', 'WG-1')
    const next = new Desk(desk.stored)
    expect(next.asked[0]?.command).toEqual(desk.asked[0]?.command)
    const [key] = [...desk.stored.keys()]
    expect(new Desk(new Map([[key!, '{"x":1}']])).states).toEqual([])
    expect(new Desk(new Map([[key!, 'no json']])).states).toEqual([])
  })

  it('[C20] that are refused leave the picture, and what became of them stays to be read', async () => {
    const desk = new Desk()
    const answer = desk.commands.give('accept', 'WG-1')
    desk.asked[0]!.resolve({ accepted: false, id: 'id-1', reason: 'changed', by: 'seat-2', at: 5, move: 'accepted', message: 'x' })
    expect(await answer).toMatchObject({ reason: 'changed' })
    expect(desk.states).toEqual([])
    expect(desk.commands.outcomes.value.get('WG-1')).toMatchObject({ answer: { reason: 'changed', by: 'seat-2' } })
    desk.commands.forget('WG-1')
    expect(desk.commands.outcomes.value.size).toBe(0)
    expect(JSON.parse(desk.stored.get('wangge.orders')!)).toEqual([])
  })

  it('[C20] are bounded: more than fifty without an answer are refused here', async () => {
    const desk = new Desk()
    for (let i = 0; i < 50; i++)
      void desk.commands.give('comment', 'WG-1', { text: 'x' })
    expect(await desk.commands.give('comment', 'WG-1', { text: 'x' })).toMatchObject({ accepted: false, reason: 'too-many' })
    expect(desk.asked.length).toBe(50)
  })
})
