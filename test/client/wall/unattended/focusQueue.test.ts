import type { FocusEvent, FocusQueue } from '../../../../client/wall/unattended/focusQueue.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FOCUS_EVENTS, FOCUS_STATES, FOCUS_TABLE, focusAfter, IDLE_FOCUS, WAITING_MOST } from '../../../../client/wall/unattended/focusQueue.ts'
import { GRAVITIES } from '../../../../shared/indicators/open/graveIncidents.ts'

const TURN = 60_000

interface Step { event: FocusEvent; ids: number[]; ms: number }

const matter = (id: number) => ({ id: String(id), grid: `15292140200100${id % 10}`, gravity: GRAVITIES[id % 3]! })
const steps = fc.array(fc.record({ event: fc.constantFrom(...FOCUS_EVENTS), ids: fc.uniqueArray(fc.nat(30), { maxLength: 20 }), ms: fc.nat(200_000) }), { maxLength: 60 })

/** All queues that a run goes through. */
function run(all: readonly Step[]): { before: FocusQueue; after: FocusQueue; step: Step; now: number }[] {
  let queue = IDLE_FOCUS
  let now = 1_000_000
  return all.map((step) => {
    now += step.ms
    const before = queue
    queue = focusAfter(before, { event: step.event, matters: step.ids.map(matter), now, turnMs: TURN })
    return { before, after: queue, step, now }
  })
}

describe('the focus queue', () => {
  it('[B2] fills every cell of states × events', () => {
    for (const state of FOCUS_STATES)
      expect(Object.keys(FOCUS_TABLE[state]).sort()).toEqual([...FOCUS_EVENTS].sort())
  })

  it('[B2] shows one at a time, nothing twice, and never waits for more than its bound', () => {
    fc.assert(fc.property(steps, (all) => {
      for (const { after } of run(all)) {
        const ids = [after.shown, ...after.waiting].flatMap(each => each?.id ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        expect(after.waiting.length).toBeLessThanOrEqual(WAITING_MOST)
        expect(after.shown === undefined).toBe(after.state === 'idle')
        expect(after.shown !== undefined || after.waiting.length === 0).toBe(true)
      }
    }))
  })

  it('[B2] what left is neither shown nor waiting any more', () => {
    fc.assert(fc.property(steps, (all) => {
      for (const { after, step } of run(all)) {
        if (step.event === 'left')
          expect([after.shown, ...after.waiting].filter(each => step.ids.map(String).includes(each?.id ?? ''))).toEqual([])
      }
    }))
  })

  it('[B2] time alone gives every matter its turn, gravest first, and then gives the wall back', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: WAITING_MOST }), (ids) => {
      let queue = focusAfter(IDLE_FOCUS, { event: 'came', matters: ids.map(matter), now: 0, turnMs: TURN })
      const shown: FocusQueue[] = []
      for (let now = 0; queue.state !== 'idle'; now += TURN) {
        shown.push(queue)
        queue = focusAfter(queue, { event: 'passed', matters: [], now: now + TURN, turnMs: TURN })
      }
      expect(shown.map(each => each.shown!.id).sort()).toEqual(ids.map(String).sort())
      expect(shown.map(each => each.turn + each.waiting.length)).toEqual(ids.map(() => ids.length))
      const ranks = shown.map(each => GRAVITIES.indexOf(each.shown!.gravity))
      expect(ranks).toEqual([...ranks].sort())
    }))
  })

  it('[B5] after a sleep, however long, one step and a whole turn for the next', () => {
    const queue = focusAfter(IDLE_FOCUS, { event: 'came', matters: [1, 4, 7].map(matter), now: 0, turnMs: TURN })
    const awake = focusAfter(queue, { event: 'passed', matters: [], now: 9 * 3_600_000, turnMs: TURN })
    expect(awake).toMatchObject({ state: 'showing', shown: { id: '4' }, turn: 2, until: 9 * 3_600_000 + TURN })
    expect(focusAfter(awake, { event: 'passed', matters: [], now: 9 * 3_600_000 + 1000, turnMs: TURN })).toBe(awake)
  })

  it('[B5] a clock that was set back holds nothing for longer than a turn', () => {
    const queue = focusAfter(IDLE_FOCUS, { event: 'came', matters: [matter(1)], now: 9 * 3_600_000, turnMs: TURN })
    expect(focusAfter(queue, { event: 'passed', matters: [], now: 0, turnMs: TURN })).toBe(IDLE_FOCUS)
  })

  it('[B3] held, it stays past its turn; released, it has another; refused, it gives back', () => {
    const step = (queue: FocusQueue, event: FocusEvent, now: number) => focusAfter(queue, { event, matters: [], now, turnMs: TURN })
    const showing = focusAfter(IDLE_FOCUS, { event: 'came', matters: [matter(1)], now: 0, turnMs: TURN })
    const held = step(showing, 'hold', 1000)
    expect(step(held, 'passed', 900_000)).toMatchObject({ state: 'held', shown: { id: '1' } })
    expect(step(held, 'hold', 900_000)).toMatchObject({ state: 'showing', until: 960_000 })
    expect(step(held, 'refuse', 900_000)).toBe(IDLE_FOCUS)
    expect(step(showing, 'refuse', 1000)).toBe(IDLE_FOCUS)
  })

  it('[B2] a graver one does not wait; what it puts off has a turn of its own', () => {
    const second = focusAfter(IDLE_FOCUS, { event: 'came', matters: [matter(2)], now: 0, turnMs: TURN })
    const sos = focusAfter(second, { event: 'came', matters: [matter(3)], now: 30_000, turnMs: TURN })
    expect(sos).toMatchObject({ shown: { id: '3' }, waiting: [{ id: '2' }], until: 90_000 })
    expect(focusAfter(sos, { event: 'passed', matters: [], now: 90_000, turnMs: TURN })).toMatchObject({ shown: { id: '2' }, turn: 2, until: 150_000 })
  })
})
