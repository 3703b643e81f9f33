import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LinkHarness } from '../../support/linkHarness.ts'

describe('the link', () => {
  it('gets the state while the socket opens, then subscribes with its cursor', async () => {
    const harness = new LinkHarness()
    harness.link.send('start')
    expect([harness.sockets.length, harness.fetches.length]).toEqual([1, 1])
    await harness.answer()
    harness.socket!.handlers.opened()
    expect(harness.socket!.asked).toEqual([{ protocol: 1, scope: { audience: 'screen', region: '152921' }, cursor: 'c', fold: '1' }])
    harness.socket!.handlers.resumed({ cursor: 'c' })
    expect(harness.status).toMatchObject({ state: 'live', attempt: 0, reason: undefined })
  })

  it('[T1] says after three seconds that nothing came, drops the socket after ten, and comes back', async () => {
    const harness = await new LinkHarness().live()
    harness.timers.advance(2900)
    harness.frame()
    harness.timers.advance(2900)
    expect(harness.state).toBe('live')
    harness.timers.advance(100)
    expect(harness.status).toMatchObject({ state: 'silent', reason: 'no-frames' })
    harness.timers.advance(7000)
    expect(harness.status).toMatchObject({ state: 'cut', attempt: 1, reason: 'no-frames' })
    expect(harness.socket).toBeUndefined()
    harness.timers.advance(500)
    expect(harness.state).toBe('connecting')
    harness.socket!.handlers.opened()
    harness.socket!.handlers.resumed({ cursor: 'c' })
    expect(harness.fetches.length).toBe(1)
    expect(harness.state).toBe('live')
  })

  it('[T15][K2] a page that is taken for another site\'s says so, is asked for once an attempt, and goes on with its back-off', async () => {
    const harness = new LinkHarness()
    harness.foreign = true
    harness.link.send('start')
    await harness.answer()
    const waits: number[] = []
    for (let attempt = 1; attempt <= 5; attempt++) {
      harness.socket!.handlers.lost()
      expect(harness.status).toMatchObject({ state: 'cut', attempt, reason: attempt === 1 ? 'unreachable' : 'origin' })
      await new Promise(resolve => setImmediate(resolve))
      expect(harness.status).toMatchObject({ state: 'cut', attempt, reason: 'origin' })
      expect(harness.origins).toBe(attempt)
      waits.push(harness.status.nextAttemptAt! - harness.timers.now())
      harness.timers.advance(waits.at(-1)!)
      expect(harness.status).toMatchObject({ state: 'connecting', reason: 'origin' })
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(waits.at(-1)).toBeGreaterThan(waits[0]! * 4)
    expect(harness.fetched).toHaveLength(1)

    harness.foreign = false
    harness.socket!.handlers.opened()
    harness.socket!.handlers.resumed({ cursor: 'c' })
    expect(harness.status).toMatchObject({ state: 'live', reason: undefined })
    harness.socket!.handlers.lost()
    expect(harness.status).toMatchObject({ state: 'cut', reason: 'lost' })
    expect(harness.origins).toBe(5)
  })

  it('[P7][K4] asks again on a gap: at once the first time, then later and later', async () => {
    const harness = await new LinkHarness().live()
    harness.outcome = 'gap'
    const waits: number[] = []
    for (let round = 0; round < 8; round++) {
      const asked = harness.socket!.asked.length
      harness.frame()
      expect(harness.state).toBe('subscribing')
      let waited = 0
      while (harness.socket!.asked.length === asked) {
        harness.timers.advance(250)
        waited += 250
      }
      waits.push(waited)
      harness.socket!.handlers.resumed({ cursor: 'c' })
    }
    expect(waits).toEqual([0, 750, 1500, 3000, 6000, 12_000, 22_500, 22_500])
    expect(harness.sockets.length).toBe(1)
  })

  it('[P9][K4] a digest that differs leads to a refetch, on the same link and without a reload', async () => {
    const harness = await new LinkHarness().live()
    harness.outcome = 'digest-differs'
    harness.frame({ digest: 'x' })
    expect(harness.status).toMatchObject({ state: 'refetching', reason: 'digest' })
    expect(harness.fetches.length).toBe(2)
    harness.outcome = 'applied'
    await harness.answer()
    harness.socket!.handlers.resumed({ cursor: 'c' })
    expect([harness.state, harness.sockets.length, harness.reloads]).toEqual(['live', 1, 0])
  })

  it('[K2] a digest that differs again and again is asked for later and later', async () => {
    const harness = await new LinkHarness().live()
    harness.outcome = 'digest-differs'
    for (let second = 0; second < 600; second++) {
      if (harness.state === 'live')
        harness.frame({ digest: 'x' })
      await harness.answer()
      if (harness.state === 'subscribing')
        harness.socket!.handlers.resumed({ cursor: 'c' })
      harness.timers.advance(1000)
    }
    expect(harness.fetches.length).toBeLessThan(22)
    expect(harness.fetches.length).toBeGreaterThan(12)
  })

  it('[K5] another fold loads the page anew after a back-off, and says why', async () => {
    const harness = await new LinkHarness().live()
    harness.socket!.handlers.refetch({ because: 'other-fold', href: '/api/v1/state' })
    expect(harness.status).toMatchObject({ state: 'reloading', reason: 'other-fold', attempt: 1 })
    expect(harness.socket).toBeUndefined()
    harness.timers.advance(1000)
    expect(harness.reloads).toBe(1)
    harness.timers.advance(60_000)
    expect(harness.reloads).toBeLessThan(7)
  })

  it('follows the address of a refetch', async () => {
    const harness = await new LinkHarness().live()
    harness.socket!.handlers.refetch({ because: 'too-old', href: '/api/v1/state?x' })
    expect(harness.status).toMatchObject({ state: 'refetching', reason: 'too-old' })
  })

  it('keeps the reason that the server gave before it closed', async () => {
    const harness = await new LinkHarness().live()
    harness.socket!.handlers.closing({ reason: 'server-stopping' })
    harness.socket!.handlers.lost()
    expect(harness.status).toMatchObject({ state: 'cut', reason: 'server-stopping' })
  })

  it('a page that slept does not wait for its timers', async () => {
    const harness = await new LinkHarness().live()
    harness.link.wake()
    expect(harness.state).toBe('live')
    harness.outcome = 'applied'
    harness.timers.advance(3000)
    harness.link.wake()
    expect(harness.status).toMatchObject({ state: 'cut', reason: 'slept' })
    harness.link.wake()
    expect(harness.state).toBe('connecting')
  })
})

type Act = (harness: LinkHarness) => void | Promise<void>

const ACTS: Record<string, Act> = {
  answered: harness => harness.answer(),
  failed: harness => harness.answer(false),
  opened: harness => harness.socket?.handlers.opened(),
  lost: harness => harness.socket?.handlers.lost(),
  lateLost: harness => harness.sockets.at(-1)?.open ? harness.sockets.at(-1)!.handlers.lost() : undefined,
  resumed: harness => harness.socket?.handlers.resumed({ cursor: 'c' }),
  tooOld: harness => harness.socket?.handlers.refetch({ because: 'too-old', href: '/s' }),
  refused: harness => harness.socket?.handlers.refused({ reason: 'too-many' }),
  garbled: harness => harness.socket?.handlers.garbled(),
  frame: harness => harness.frame(),
  gap: (harness) => { harness.outcome = 'gap'; harness.frame(); harness.outcome = 'applied' },
  differs: (harness) => { harness.outcome = 'digest-differs'; harness.frame({ digest: 'x' }); harness.outcome = 'applied' },
  wake: harness => harness.link.wake(),
  offline: harness => harness.link.send('offline', 'offline'),
  soon: harness => harness.timers.advance(700),
  later: harness => harness.timers.advance(4000),
  muchLater: harness => harness.timers.advance(70_000),
}

it('[K1][K2] whatever happens in whatever order: never two sockets, never more than a few timers, never stuck', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(ACTS)), { maxLength: 60 }), async (names) => {
    const harness = new LinkHarness()
    harness.link.send('start')
    for (const name of names) {
      await ACTS[name]!(harness)
      expect(harness.mostOpen).toBeLessThanOrEqual(1)
      expect(harness.timers.pending).toBeLessThanOrEqual(2)
    }
    // From here on all is well: within two minutes it is live.
    for (let second = 0; second < 120 && harness.state !== 'live'; second++) {
      await harness.answer()
      if (harness.socket && ['starting', 'connecting'].includes(harness.state))
        harness.socket.handlers.opened()
      if (harness.state === 'subscribing' && harness.socket!.asked.length > 0)
        harness.socket!.handlers.resumed({ cursor: 'c' })
      harness.frame()
      harness.timers.advance(1000)
    }
    expect(['live', 'silent']).toContain(harness.state)
    harness.link.send('stop')
    expect([harness.socket, harness.timers.pending]).toEqual([undefined, 0])
  }), { numRuns: 300 })
})
