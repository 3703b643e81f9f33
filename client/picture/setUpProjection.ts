import type { WanggeEvent } from '../../shared/state/event.ts'
import type { State } from '../../shared/state/State.ts'
import type { Frame } from '../../shared/protocol/frame.ts'
import type { OpenEvent } from '../../shared/protocol/openEvent.ts'
import type { WorkerPosition } from '../../shared/protocol/workerPosition.ts'
import type { StateResource } from '../../shared/protocol/stateResource.ts'
import type { Folding } from './folding.ts'
import type { Heard, HeardByStream } from './Heard.ts'
import type { Publisher } from './schedule/publishAtPace.ts'
import type { Publication } from './schedule/Publication.ts'
import type { LinkTarget } from '../link/LinkTarget.ts'
import { markRaw, shallowReadonly, shallowRef } from 'vue'
import { FOLD_VERSION } from '../../shared/state/foldVersion.ts'
import { entryMs } from '../../shared/words/entryId.ts'
import { STREAMS } from '../../shared/words/stream.ts'
import { heardAfter } from './heardAfter.ts'
import { NOTHING_HEARD } from './Heard.ts'
import { Gathering } from './schedule/Publication.ts'

/** Positions kept at most; the one heard longest ago leaves. */
const POSITIONS_KEPT = 20_000
/** Newest incident events kept for the feed. */
const RECENT_KEPT = 60

/**
 * Folds on arrival, once it knows how to (`foldBy`), and tells the screens through `publish`. Readers look at `version` (or subscribe with `onPublish`):
 * the state itself is changed in place.
 */
export function setUpProjection(publish: Publisher) {
  let folding: Folding | undefined
  const state = shallowRef<State>()
  /** Counts publications. */
  const version = shallowRef(0)
  /** What the last publication changed. */
  const published = shallowRef<Publication>(new Gathering())
  const heard = shallowRef<HeardByStream>(NOTHING_HEARD)
  /** Digest of the state held, as last compared; undefined before. */
  const digest = shallowRef<string>()
  const positions = new Map<string, WorkerPosition>()
  /** Newest incident events, newest first. */
  const recent: OpenEvent[] = []
  const listeners = new Set<(publication: Publication) => void>()
  let cursor: string | undefined
  let gathering: Gathering | undefined
  let hearing: HeardByStream = NOTHING_HEARD

  function gather(): Gathering {
    if (gathering)
      return gathering
    const begun = gathering = new Gathering()
    publish(tell)
    return begun
  }

  function tell(): void {
    const publication = gathering
    if (!publication)
      return
    gathering = undefined
    published.value = publication
    // Ages are told in seconds, and nearly every widget asks for its streams'.
    if (publication.whole || STREAMS.some(stream => isLater(hearing[stream], heard.value[stream])))
      heard.value = hearing
    version.value++
    for (const listener of listeners)
      listener(publication)
  }

  function agrees(expected: string): boolean {
    const own = state.value!.digest.of(state.value!.basis.region)
    digest.value = own
    return own === expected
  }

  function applyState(resource: StateResource): ReturnType<LinkTarget['applyState']> {
    if (resource.state.fold !== FOLD_VERSION)
      return 'other-fold'
    state.value = folding!.fromSnapshot(resource.state)
    cursor = resource.cursor
    positions.clear()
    for (const position of resource.positions)
      positions.set(position.worker, position)
    hearing = folding!.heardIn(resource, state.value)
    gather().whole = true
    return agrees(resource.digest) ? 'applied' : 'digest-differs'
  }

  function applyEvent(event: OpenEvent, into: Gathering): void {
    // Servers send what they have folded themselves, so its data fits the types.
    const folded = folding!.fold(state.value!, event as unknown as WanggeEvent)
    if (folded.outcome !== 'applied')
      return
    const { touched } = folded
    into.streams.add(touched.stream)
    for (const grid of touched.grids)
      into.grids.add(grid)
    if (touched.incident !== undefined)
      into.incidents.add(touched.incident)
    into.hours ||= touched.hours
    into.entries.push(entryMs(event.entry))
    if (event.stream === 'incident')
      recent.length = Math.min(recent.unshift(event), RECENT_KEPT)
    if (event.stream === 'patrol')
      letGo(event, into)
  }

  /** A patrol that ended, or went on elsewhere, leaves this picture; unless that is older news than the position that is shown. */
  function letGo({ type, subject, time, data }: OpenEvent, into: Gathering): void {
    const shown = positions.get(subject)
    const isGone = type === 'patrol.ended' || (typeof data.grid === 'string' && state.value!.index.grid(data.grid) < 0)
    if (shown && isGone && Date.parse(time) >= shown.at && positions.delete(subject))
      into.workers.add(subject)
  }

  function applyPositions(moved: readonly WorkerPosition[], into: Gathering): void {
    for (const position of moved) {
      positions.delete(position.worker)
      positions.set(position.worker, position)
      into.workers.add(position.worker)
    }
    for (const worker of positions.keys()) {
      if (positions.size <= POSITIONS_KEPT)
        break
      positions.delete(worker)
      into.workers.add(worker)
    }
  }

  function applyFrame(frame: Frame): ReturnType<LinkTarget['applyFrame']> {
    if (!state.value || frame.from !== cursor)
      return 'gap'
    const into = gather()
    for (const event of frame.events)
      applyEvent(event, into)
    applyPositions(frame.positions ?? [], into)
    cursor = frame.to
    hearing = heardAfter(hearing, frame)
    return frame.digest === undefined || agrees(frame.digest) ? 'applied' : 'digest-differs'
  }

  /** Calls at each publication. @returns ends it */
  function onPublish(listener: (publication: Publication) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return {
    state: shallowReadonly(state),
    version: shallowReadonly(version),
    published: shallowReadonly(published),
    heard: shallowReadonly(heard),
    digest: shallowReadonly(digest),
    /** Newest position of each worker; changed in place, `published.workers` says which. */
    positions: markRaw(positions) as ReadonlyMap<string, WorkerPosition>,
    recent: markRaw(recent) as readonly OpenEvent[],
    cursor: () => cursor,
    /** Must have been called before anything is applied. */
    foldBy(known: Folding) {
      folding = known
    },
    applyState,
    applyFrame,
    onPublish,
  }
}

/** By a second or more as seconds are told. */
function isLater(next: Heard, told: Heard): boolean {
  return wholeSecond(next.entry) !== wholeSecond(told.entry) || wholeSecond(next.event) !== wholeSecond(told.event)
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / 1000)
}
