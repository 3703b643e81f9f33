import type { Publication } from '../../../client/picture/schedule/Publication.ts'
import type { WanggeEvent } from '../../../shared/state/event.ts'
import type { Frame } from '../../../shared/protocol/frame.ts'
import type { StateResource } from '../../../shared/protocol/stateResource.ts'
import { describe, expect, it } from 'vitest'
import { folding } from '../../../client/picture/folding.ts'
import { setUpProjection } from '../../../client/picture/setUpProjection.ts'
import { redactEvent } from '../../../shared/audience/redactEvent.ts'
import { redactSnapshot } from '../../../shared/audience/redactSnapshot.ts'
import { testAliasOf } from '../../support/testAliasOf.ts'
import { emptyState } from '../../../shared/state/emptyState.ts'
import { fold } from '../../../shared/state/fold.ts'
import { toSnapshot } from '../../../shared/state/toSnapshot.ts'
import { startOf, toCursor } from '../../../shared/protocol/LogPosition.ts'
import { demoBasis } from '../../support/demoFacts.ts'
import { livelyEvents, LIVELY_NOW } from '../../support/livelyState.ts'

/** What a server does for a screen: folds, redacts, frames. */
class Server {
  readonly state = emptyState(demoBasis)
  readonly position = startOf('epoch')

  take(events: readonly WanggeEvent[], digest = false): Frame {
    const from = toCursor(this.position)
    for (const event of events) {
      fold(this.state, event)
      this.position.last[event.stream] = event.entry
    }
    return {
      from,
      to: toCursor(this.position),
      at: LIVELY_NOW,
      events: events.map(event => redactEvent(event, 'screen', testAliasOf)),
      ...(digest && { digest: this.digest }),
    }
  }

  get digest(): string {
    return this.state.digest.of('152921')
  }

  resource(): StateResource {
    const state = JSON.parse(JSON.stringify(redactSnapshot(toSnapshot(this.state), 'screen', testAliasOf))) as StateResource['state']
    return { cursor: toCursor(this.position), at: LIVELY_NOW, fold: state.fold, digest: this.digest, state, positions: [], heard: {} }
  }
}

/** A store whose publications the test lets out. */
function manual() {
  const due: (() => void)[] = []
  const store = setUpProjection(publish => due.push(publish))
  store.foldBy(folding)
  const seen: Publication[] = []
  store.onPublish(publication => seen.push(publication))
  return { store, seen, due, display: () => due.splice(0).forEach(publish => publish()) }
}

const events = livelyEvents()

describe('the projection on a screen', () => {
  it('[P9][F5] folds what a server redacted to the digest that the server has, from any point of the day', () => {
    for (const start of [0, 1, Math.floor(events.length / 2), events.length - 7]) {
      const server = new Server()
      const { store } = manual()
      server.take(events.slice(0, start))
      expect(store.applyState(server.resource())).toBe('applied')
      for (let at = start; at < events.length; at += 13)
        expect(store.applyFrame(server.take(events.slice(at, at + 13), at % 4 === 0))).toBe('applied')
      expect(store.applyFrame(server.take([], true))).toBe('applied')
      expect(store.digest.value).toBe(server.digest)
      expect(store.cursor()).toBe(toCursor(server.position))
    }
  })

  it('[P7] a frame that does not join on is a gap and changes nothing', () => {
    const server = new Server()
    const { store } = manual()
    expect(store.applyFrame(server.take(events.slice(0, 5)))).toBe('gap')
    store.applyState(server.resource())
    server.take(events.slice(5, 10))
    const later = server.take(events.slice(10, 15))
    const before = [store.cursor(), store.state.value!.digest.of('152921')]
    expect(store.applyFrame(later)).toBe('gap')
    expect([store.cursor(), store.state.value!.digest.of('152921')]).toEqual(before)
  })

  it('[P9] a frame whose digest is another is applied, and says so', () => {
    const server = new Server()
    const { store } = manual()
    store.applyState(server.resource())
    expect(store.applyFrame({ ...server.take(events.slice(0, 5)), digest: '0123456789abcdef' })).toBe('digest-differs')
    expect(store.cursor()).toBe(toCursor(server.position))
    expect(store.applyState({ ...server.resource(), digest: '0123456789abcdef' })).toBe('digest-differs')
  })

  it('[K5] a state of another fold is not taken', () => {
    const server = new Server()
    const { store } = manual()
    const resource = server.resource()
    expect(store.applyState({ ...resource, state: { ...resource.state, fold: 'another' } })).toBe('other-fold')
    expect(store.state.value).toBeUndefined()
  })

  it('[K3][F3] folds on arrival, tells once a display, and unites what was touched', () => {
    const server = new Server()
    const { store, seen, due, display } = manual()
    store.applyState(server.resource())
    display()
    expect(seen).toMatchObject([{ whole: true }])
    const some = events.filter(({ type }) => type === 'incident.reported').slice(0, 3)
    for (const event of some)
      store.applyFrame(server.take([event]))
    expect(store.state.value!.incident.incidents.size).toBe(3)
    expect([due.length, store.version.value, seen.length]).toEqual([1, 1, 1])
    display()
    expect(store.version.value).toBe(2)
    expect([...seen[1]!.incidents]).toEqual(some.map(({ subject }) => subject))
    expect([...seen[1]!.streams]).toEqual(['incident'])
    expect(seen[1]).toMatchObject({ whole: false, hours: true })
    expect(seen[1]!.entries.length).toBe(3)
    expect(store.recent.map(({ subject }) => subject)).toEqual(some.map(({ subject }) => subject).reverse())
  })

  it('[P11] keeps the newest position of each worker, and lets it go when the patrol ends', () => {
    const server = new Server()
    const { store, seen, display } = manual()
    store.applyState({ ...server.resource(), positions: [{ worker: 'gone', grid: demoBasis.grids[0]!, lng: 105, lat: 38, at: 1 }] })
    const grid = demoBasis.grids[0]!
    const started = patrol('patrol.started', '1700000000000-0', grid)
    const ended = patrol('patrol.ended', '1700000001000-0', grid)
    const frame = server.take([started])
    const worker = frame.events[0]!.subject
    store.applyFrame({ ...frame, positions: [{ worker, grid, lng: 105.1, lat: 38.1, at: 2 }] })
    display()
    expect([...store.positions.keys()]).toEqual(['gone', worker])
    expect(store.applyFrame(server.take([ended]))).toBe('applied')
    display()
    expect([...store.positions.keys()]).toEqual(['gone'])
    expect([...seen.at(-1)!.workers]).toEqual([worker])
  })

  it('[P11][F20] lets go whoever went on outside this scope, but not for older news', () => {
    const server = new Server()
    const { store } = manual()
    const grid = demoBasis.grids[0]!
    store.applyState(server.resource())
    const frame = server.take([patrol('patrol.started', '1700000000000-0', grid)])
    const worker = frame.events[0]!.subject
    const shown = Date.parse('2026-11-24T14:00:00+08:00')
    const elsewhere = { ...frame.events[0]!, type: 'patrol.entered-grid', data: { grid: '152921999001001' } }
    const say = (time: number, entry: string) => {
      const { from, to } = server.take([])
      store.applyFrame({ from, to, at: 1, events: [{ ...elsewhere, entry, time: new Date(time).toISOString() }] })
    }
    store.applyFrame({ ...frame, positions: [{ worker, grid, lng: 105.1, lat: 38.1, at: shown }] })
    say(shown - 1, '1700000002000-0')
    expect([...store.positions.keys()]).toEqual([worker])
    say(shown + 1, '1700000003000-0')
    expect([...store.positions.keys()]).toEqual([])
  })

  it('[T2] hears of each stream’s newest entry anywhere, and newest event here', () => {
    const server = new Server()
    const { store, display } = manual()
    store.applyState(server.resource())
    const frame = server.take([patrol('patrol.started', '1700000000000-0', demoBasis.grids[0]!)])
    // An entry elsewhere moves the cursor, and no event comes.
    server.position.last.incident = '1700000009000-0'
    store.applyFrame({ ...frame, to: toCursor(server.position) })
    display()
    expect(store.heard.value.patrol).toEqual({ entry: 1_700_000_000_000, event: Date.parse('2026-11-24T14:00:00+08:00') })
    expect(store.heard.value.incident).toEqual({ entry: 1_700_000_009_000, event: 0 })
  })
})

function patrol(type: 'patrol.started' | 'patrol.ended', entry: string, grid: string): WanggeEvent {
  return { stream: 'patrol', type, entry, time: '2026-11-24T14:00:00+08:00', source: 'test', id: entry, subject: 'S00001', data: { grid } }
}
