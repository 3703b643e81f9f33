import type { LinkReason } from '../../../client/link/LinkReport.ts'
import type { LinkState } from '../../../client/link/linkState.ts'
import type { Truth } from '../../../client/picture/truthOf.ts'
import { describe, expect, it } from 'vitest'
import { LINK_STATES } from '../../../client/link/linkState.ts'
import { plateOf } from '../../../client/picture/plateOf.ts'
import { truthOf } from '../../../client/picture/truthOf.ts'

/** Of each state: what is said without a setback behind it, and after a cut. */
const SAID: Record<LinkState, [Truth, Truth]> = {
  idle: ['starting', 'cut'],
  starting: ['starting', 'cut'],
  fetching: ['starting', 'cut'],
  apart: ['starting', 'cut'],
  connecting: ['starting', 'cut'],
  subscribing: ['starting', 'cut'],
  live: ['live', 'live'],
  silent: ['silent', 'silent'],
  refetching: ['refetching', 'refetching'],
  cut: ['cut', 'cut'],
  waiting: ['cut', 'cut'],
  reloading: ['reloading', 'reloading'],
  stopped: ['stopped', 'stopped'],
}

describe('what may be said of the picture', () => {
  it.each(LINK_STATES)('[T1] %s', (state) => {
    const said = (reason: LinkReason | undefined) => truthOf({ status: { state, reason }, log: undefined, digestAgrees: undefined })
    expect([said(undefined), said('lost')]).toEqual(SAID[state])
  })

  it('[T1] only a live link whose server reaches its log, with a digest that agrees, is live', () => {
    const live = { status: { state: 'live' as const, reason: undefined }, log: { up: true, lagMs: 0 }, digestAgrees: true }
    expect(truthOf(live)).toBe('live')
    expect(truthOf({ ...live, log: { up: false, lagMs: 0 } })).toBe('log-down')
    expect(truthOf({ ...live, digestAgrees: false })).toBe('digest-differs')
    expect(truthOf({ ...live, status: { state: 'refetching', reason: 'digest' }, digestAgrees: false })).toBe('digest-differs')
    expect(truthOf({ ...live, status: { state: 'subscribing', reason: 'gap' } })).toBe('refetching')
  })
})

it('[T1] the plate comes when the picture has been still for three seconds, never before there is one', () => {
  expect(plateOf('live', 1000, 90_000)).toBeUndefined()
  expect(plateOf('cut', 0, 90_000)).toBeUndefined()
  expect(plateOf('cut', 1000, 3999)).toBeUndefined()
  expect(plateOf('cut', 1000, 4000)).toEqual({ truth: 'cut', at: 1000 })
  expect(plateOf('log-down', 1000, 9000)).toEqual({ truth: 'log-down', at: 1000 })
})
