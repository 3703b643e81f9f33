import type { Unsigned } from '../../../../shared/indicators/open/unsigned.ts'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp, effectScope, nextTick, watch } from 'vue'
import { createSchedule, SCHEDULE } from '../../../../client/picture/schedule/schedule.ts'
import { useBorrowedView } from '../../../../client/wall/unattended/useBorrowedView.ts'
import { useRotation } from '../../../../client/wall/unattended/useRotation.ts'
import { useSecond } from '../../../../client/picture/useSecond.ts'
import { useClock } from '../../../../client/picture/clock.ts'
import { DRIVEN_MS, useDriven } from '../../../../client/wall/driven/driven.ts'
import { useSelection } from '../../../../client/picture/selection.ts'
import { useSession } from '../../../../client/base/session.ts'
import { useUnattended } from '../../../../client/wall/unattended/unattended.ts'
import { FakeTimers } from '../../../support/FakeTimers.ts'
import { MACHINE } from '../../../../client/base/useMachine.ts'

/** A whole cycle of the plan begins here. */
const START = 100_000 * 17_955_883

let wall: ReturnType<typeof open>

function open() {
  const timers = new FakeTimers(START)
  const app = createApp({})
  app.provide(MACHINE, timers)
  app.use(createPinia())
  const scope = effectScope()
  const scenes = { now: 'overview', went: [] as string[] }
  const made = app.runWithContext(() => scope.run(() => {
    const clock = useClock()
    clock.followServer(timers)
    app.provide(SCHEDULE, createSchedule({ onPublish: () => () => undefined, clock, timers }))
    const [selection, session, unattended, driven] = [useSelection(), useSession(), useUnattended(), useDriven()]
    session.$patch({ plan: 'overview@60,152921402@20,incidents@20' })
    selection.restore({ region: '152921216', grid: '152921216200001' })
    watch(useSecond(), unattended.pass)
    watch(useSecond(), driven.pass)
    useBorrowedView({ current: () => scenes.now, go: (scene) => {
      scenes.went.push(scene)
      scenes.now = scene
    } })
    return { selection, session, unattended, driven, rotation: useRotation() }
  })!)
  return {
    ...made,
    scenes,
    timers,
    at: () => [scenes.now, made.selection.region, made.selection.selected],
    /** Second by second, as the screen sees it. */
    async passes(seconds: number) {
      for (let second = 0; second < seconds; second++) {
        timers.advance(1000)
        await nextTick()
      }
    },
    /** The machine was away, and its timers with it. */
    async sleeps(seconds: number) {
      timers.advance(seconds * 1000)
      await nextTick()
    },
    async see(...matters: Unsigned[]) {
      made.unattended.see(matters)
      await nextTick()
    },
    /** A desk sends a view. */
    async send(region: string, scene = 'overview') {
      made.driven.send({ id: 'D1', by: 'seat-1', view: { scene, region, grid: undefined } }, timers.now())
      await nextTick()
    },
    close: () => scope.stop(),
  }
}

const matter = (id: string, gravity: Unsigned['gravity'] = 'I'): Unsigned => ({ kind: gravity === 'sos' ? 'sos' : 'incident', id, gravity, grid: `15292140300500${id}`, at: START, signBy: Infinity })

beforeEach(() => { wall = open() })
afterEach(() => wall.close())

describe('a wall without anybody', () => {
  it('[B1] shows scenes and regions by turns, and the address keeps what a person chose', async () => {
    await nextTick()
    expect(wall.at()).toEqual(['overview', '', undefined])
    await wall.passes(60)
    expect(wall.at()).toEqual(['overview', '152921402', undefined])
    await wall.passes(20)
    expect(wall.at()).toEqual(['incidents', '', undefined])
    await wall.passes(20)
    expect(wall.at()).toEqual(['overview', '', undefined])
    expect(wall.selection.own).toEqual({ region: '152921216', grid: '152921216200001' })
  })

  it('[B1] stops for whoever is here where he stopped it, goes on after two minutes, and says so', async () => {
    await wall.see()
    await wall.passes(70)
    wall.unattended.touch()
    await wall.passes(60)
    expect(wall.rotation.value).toEqual({ state: 'paused', until: START + 190_000 })
    expect(wall.at()).toEqual(['overview', '152921402', undefined])
    await wall.passes(61)
    expect(wall.rotation.value).toEqual({ state: 'running' })
    expect(wall.at()).toEqual(['incidents', '', undefined])
  })

  it('[B1] stops while a matter of severity I is not signed for, also when it was there before', async () => {
    const old = { ...matter('1'), at: START - 3_600_000 }
    await wall.see(old)
    expect(wall.unattended.queue.state).toBe('idle')
    expect(wall.rotation.value).toEqual({ state: 'held', why: 'I' })
    await wall.passes(70)
    expect(wall.at()).toEqual(['overview', '152921216', '152921216200001'])
    await wall.see()
    expect(wall.rotation.value).toEqual({ state: 'running' })
    await wall.passes(1)
    expect(wall.at()).toEqual(['overview', '152921402', undefined])
  })

  it('[B2][B3] a grave matter takes over and gives back after its turn, or when it is signed for', async () => {
    wall.session.$patch({ plan: 'off' })
    await wall.see()
    await wall.see(matter('1'))
    expect(wall.at()).toEqual(['overview', '152921403', '152921403005001'])
    await wall.passes(60)
    expect(wall.at()).toEqual(['overview', '152921216', '152921216200001'])
    await wall.see(matter('1'), matter('2'))
    expect(wall.at()[2]).toBe('152921403005002')
    await wall.see(matter('1'))
    expect(wall.at()).toEqual(['overview', '152921216', '152921216200001'])
  })

  it('[B2] while more than one is unsigned the map stays whole; the last one is flown to, and none of II stops the rotation', async () => {
    await wall.see()
    await wall.see(matter('1'), matter('2', 'II'))
    expect(wall.at()).toEqual(['overview', '', '152921403005001'])
    await wall.see(matter('1'))
    expect(wall.at()).toEqual(['overview', '152921403', '152921403005001'])
    await wall.see(matter('2', 'II'))
    expect(wall.rotation.value).toEqual({ state: 'running' })
  })

  it('[B2] the next one is shown before its turn, and what was passed over is not refused', async () => {
    await wall.see()
    await wall.see(matter('1', 'sos'), matter('2'))
    wall.unattended.next()
    await nextTick()
    expect(wall.unattended.queue.shown?.id).toBe('2')
    expect(wall.unattended.refused).toBeUndefined()
  })

  it('[B2] severity II takes over where it is set, and nothing where it is off', async () => {
    await wall.see()
    await wall.see(matter('1', 'II'))
    expect(wall.unattended.queue.state).toBe('idle')
    wall.session.$patch({ takeover: 'II' })
    await wall.see(matter('1', 'II'), matter('2', 'II'))
    expect(wall.unattended.queue.shown?.id).toBe('2')
    wall.session.$patch({ takeover: 'off' })
    await wall.see(matter('2', 'II'), matter('3', 'sos'))
    expect(wall.unattended.queue.shown?.id).toBe('2')
  })

  it('[B3] a person who moves on has the wall; closing the card gives it back', async () => {
    await wall.see()
    await wall.see(matter('1'))
    wall.selection.select('152921403005004')
    await nextTick()
    expect(wall.at()).toEqual(['overview', '152921403', '152921403005004'])
    expect(wall.unattended.queue.state).toBe('idle')
    await wall.see(matter('1'), matter('2'))
    wall.selection.select(undefined)
    await nextTick()
    expect(wall.at()).toEqual(['overview', '152921403', '152921403005004'])
  })

  it('[B3] comes back to the scene it was taken from', async () => {
    await wall.see()
    await wall.passes(80)
    await wall.see(matter('1'))
    expect(wall.scenes.now).toBe('overview')
    await wall.see()
    await wall.passes(1)
    expect(wall.at()).toEqual(['incidents', '', undefined])
  })

  it('[N7] what a desk sends goes before what takes turns, and its time passes unless it is held', async () => {
    await wall.see()
    await wall.send('152921405', 'incidents')
    expect(wall.at()).toEqual(['incidents', '152921405', undefined])
    await wall.passes(70)
    expect(wall.at()).toEqual(['incidents', '152921405', undefined])
    await wall.passes(DRIVEN_MS / 1000)
    expect(wall.driven.shown).toBeUndefined()
    await wall.send('152921405')
    wall.driven.hold()
    await wall.sleeps(24 * 3600)
    await wall.passes(1)
    expect(wall.at()).toEqual(['overview', '152921405', undefined])
  })

  it('[N7] what takes a wall over goes before what a desk has sent, which is shown after it', async () => {
    wall.session.$patch({ plan: 'off' })
    await wall.see()
    await wall.send('152921405', 'incidents')
    await wall.see(matter('1'))
    expect(wall.at()).toEqual(['overview', '152921403', '152921403005001'])
    wall.unattended.refuse()
    await nextTick()
    expect(wall.at()).toEqual(['incidents', '152921405', undefined])
    expect(wall.unattended.refused).toBe('1')
  })

  it('[N7] a person at the wall moves on from what a desk has sent', async () => {
    wall.session.$patch({ plan: 'off' })
    await wall.see()
    await wall.send('152921405')
    wall.selection.select('152921405004002')
    await nextTick()
    expect([wall.driven.shown, wall.at()[2]]).toEqual([undefined, '152921405004002'])
  })

  it('[B5] after hours of sleep it is where the others are, with one flight', async () => {
    wall.session.$patch({ plan: 'off' })
    await wall.see()
    await wall.see(matter('1'), matter('2'), matter('3'))
    const shown: (string | undefined)[] = []
    watch(() => wall.selection.selected, now => shown.push(now), { flush: 'sync' })
    await wall.sleeps(5 * 3600)
    await wall.passes(1)
    expect(shown.length).toBeLessThanOrEqual(1)
    expect(wall.unattended.queue.turn + wall.unattended.queue.waiting.length).toBe(3)
  })

  it('[B4] behind the curtain no single grid stands out, and it stands out again after it', async () => {
    await wall.see()
    wall.session.$patch({ curtainSince: START, plan: 'off' })
    await wall.see(matter('1'))
    wall.selection.hover('152921403005001')
    expect([wall.selection.region, wall.selection.selected, wall.selection.hovered]).toEqual(['152921403', undefined, undefined])
    wall.session.$patch({ curtainSince: 0 })
    expect(wall.selection.selected).toBe('152921403005001')
  })
})
