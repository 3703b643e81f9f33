import { createPinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { createApp, effectScope, nextTick } from 'vue'
import { closeWhenAlone } from '../../../../client/wall/unattended/closeWhenAlone.ts'
import { createSchedule, SCHEDULE } from '../../../../client/picture/schedule/schedule.ts'
import { useClock } from '../../../../client/picture/clock.ts'
import { useOverlay } from '../../../../client/wall/unattended/overlay.ts'
import { useSession } from '../../../../client/base/session.ts'
import { useUnattended } from '../../../../client/wall/unattended/unattended.ts'
import { FakeTimers } from '../../../support/FakeTimers.ts'
import { MACHINE } from '../../../../client/base/useMachine.ts'

function open(kiosk: boolean) {
  const timers = new FakeTimers(1_795_500_000_000)
  const app = createApp({})
  app.provide(MACHINE, timers)
  app.use(createPinia())
  const scope = effectScope()
  return app.runWithContext(() => scope.run(() => {
    const clock = useClock()
    clock.followServer(timers)
    app.provide(SCHEDULE, createSchedule({ onPublish: () => () => undefined, clock, timers }))
    useSession().$patch({ kiosk })
    closeWhenAlone()
    const [overlay, unattended] = [useOverlay(), useUnattended()]
    return {
      overlay,
      touch: () => unattended.touch(),
      async passes(seconds: number) {
        for (let second = 0; second < seconds; second++) {
          timers.advance(1000)
          await nextTick()
        }
      },
    }
  })!)
}

describe('what lies open on a wall', () => {
  it('[B7] closes on a kiosk two minutes after the last touch, and not before', async () => {
    const { overlay, touch, passes } = open(true)
    touch()
    overlay.show('help')
    await passes(100)
    touch()
    await passes(118)
    expect(overlay.open).toBe('help')
    await passes(3)
    expect(overlay.open).toBeUndefined()
  })

  it('[B7] stays where a person has a wall to himself', async () => {
    const { overlay, touch, passes } = open(false)
    touch()
    overlay.show('help')
    await passes(200)
    expect(overlay.open).toBe('help')
  })
})
