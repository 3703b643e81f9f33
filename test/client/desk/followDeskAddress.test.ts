import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { followAddress } from '../../../client/picture/followAddress.ts'
import { followDeskAddress } from '../../../client/desk/followDeskAddress.ts'
import { useDeskAddress } from '../../../client/desk/queue/deskAddress.ts'
import { useSession } from '../../../client/base/session.ts'

it('[Q4] scene and desk each write their part of one address, and agree on the whole', async () => {
  setActivePinia(createPinia())
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/duty', component: {} }] })
  const moves: string[] = []
  router.afterEach(({ fullPath }) => void moves.push(fullPath))
  await router.push('/duty?wall=east&seat=seat-1&lang=en')
  const scope = effectScope()
  await scope.run(async () => {
    followAddress(router, new URLSearchParams('seat=seat-1&lang=en'))
    followDeskAddress(router)
    const desk = useDeskAddress()
    expect(desk.seat).toBe('seat-1')
    desk.open('WG-1')
    await settled()
    expect(router.currentRoute.value.query).toEqual({ wall: 'east', seat: 'seat-1', matter: 'WG-1', lang: 'en' })
    useSession().locale = 'zh'
    await settled()
    expect(router.currentRoute.value.query).toEqual({ wall: 'east', seat: 'seat-1', matter: 'WG-1' })
    await router.push('/duty?seat=seat-2&view=returned')
    expect(desk.shown).toMatchObject({ seat: 'seat-2', view: 'returned', matter: undefined })
    await settled()
    expect(moves.length).toBeLessThan(7)
  })
  scope.stop()
})

/** Whatever follows from a change has been done: a loop would still go on. */
async function settled(): Promise<void> {
  for (let i = 0; i < 60; i++)
    await nextTick()
}
