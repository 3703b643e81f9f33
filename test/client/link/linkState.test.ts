import type { LinkEvent, LinkState } from '../../../client/link/linkState.ts'
import { describe, expect, it } from 'vitest'
import { LINK_EVENTS, LINK_STATES, LINK_TABLE, TRAITS } from '../../../client/link/linkState.ts'

const cells = LINK_STATES.flatMap(state => LINK_EVENTS.map(event => [state, event, LINK_TABLE[state][event]] as const))

/** What moves; every cell that is not here stays where it is. No `Partial`: each state says its own. */
const MOVES: Record<LinkState, { [E in LinkEvent]?: LinkState }> = {
  idle: { start: 'starting', stop: 'stopped' },
  starting: { stop: 'stopped', fetched: 'connecting', fetchFailed: 'waiting', otherFold: 'reloading', opened: 'fetching', lost: 'apart', overdue: 'waiting' },
  fetching: { stop: 'stopped', fetched: 'subscribing', fetchFailed: 'waiting', otherFold: 'reloading', lost: 'apart', overdue: 'waiting' },
  apart: { stop: 'stopped', fetched: 'connecting', fetchFailed: 'waiting', otherFold: 'reloading', overdue: 'waiting' },
  connecting: { stop: 'stopped', otherFold: 'reloading', opened: 'subscribing', lost: 'cut', overdue: 'cut' },
  subscribing: { stop: 'stopped', otherFold: 'reloading', resumed: 'live', refetch: 'refetching', refused: 'waiting', lost: 'cut', overdue: 'cut', woke: 'cut' },
  live: { stop: 'stopped', otherFold: 'reloading', refetch: 'refetching', refused: 'waiting', gap: 'subscribing', differs: 'refetching', lost: 'cut', overdue: 'silent', woke: 'cut', offline: 'silent' },
  silent: { stop: 'stopped', otherFold: 'reloading', applied: 'live', refetch: 'refetching', refused: 'waiting', gap: 'subscribing', differs: 'refetching', lost: 'cut', overdue: 'cut', woke: 'cut' },
  refetching: { stop: 'stopped', otherFold: 'reloading', fetched: 'subscribing', fetchFailed: 'waiting', lost: 'apart', overdue: 'waiting' },
  cut: { stop: 'stopped', otherFold: 'reloading', retry: 'connecting', woke: 'connecting' },
  waiting: { stop: 'stopped', otherFold: 'reloading', retry: 'starting', woke: 'starting' },
  reloading: { stop: 'stopped' },
  stopped: {},
}

describe('the table of the link', () => {
  it.each(cells)('[K1] %s on %s', (state, event, to) => {
    expect(to).toBe(MOVES[state][event] ?? state)
  })

  it('[K1] no state is a dead end: each but idle and stopped has a limit, a wait, or both a socket and a watch', () => {
    for (const state of LINK_STATES) {
      const { limitMs, wait } = TRAITS[state]
      expect([state, limitMs > 0 || wait]).toEqual([state, state !== 'idle' && state !== 'stopped'])
      if (limitMs > 0)
        expect(LINK_TABLE[state].overdue).not.toBe(state)
    }
  })

  it('[K1] a live link says after 3 s that nothing came, and is dropped after 10 s', () => {
    expect(TRAITS.live.limitMs).toBe(3000)
    expect(TRAITS.live.limitMs + TRAITS.silent.limitMs).toBe(10_000)
  })

  it('[K2] whatever goes round passes a back-off', () => {
    // Entering these waits; so does a subscription that a gap caused. What a person or the page does is not a loop, and frames that come again after silence ask for nothing.
    const waits = new Set<LinkState>(['cut', 'waiting', 'reloading', 'refetching'])
    const edges = cells.filter(([from, event, to]) => from !== to && !waits.has(to) && !['start', 'stop', 'woke'].includes(event)
      && !(event === 'gap' && to === 'subscribing') && !(from === 'silent' && to === 'live'))
    const next = (state: LinkState) => edges.filter(([from]) => from === state).map(([, , to]) => to)
    const roundFrom = (state: LinkState, path: LinkState[]): LinkState[] | undefined => path.includes(state)
      ? [...path, state]
      : next(state).map(to => roundFrom(to, [...path, state])).find(Boolean)
    expect(LINK_STATES.map(state => roundFrom(state, [])).filter(Boolean)).toEqual([])
  })
})
