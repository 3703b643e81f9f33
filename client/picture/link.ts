import type { Frame } from '../../shared/protocol/frame.ts'
import type { LinkReport, LinkStatus } from '../link/LinkReport.ts'
import { defineStore } from 'pinia'
import { computed, markRaw, shallowReadonly, shallowRef } from 'vue'
import { LatencyRing } from './LatencyRing.ts'
import { truthOf } from './truthOf.ts'

/** What was painted: numbers, tiles and lists, or the map's own fill and markers. */
export type Painted = 'text' | 'map'

const NOT_YET: LinkStatus = { state: 'idle', since: 0, attempt: 0, nextAttemptAt: undefined, reason: undefined }

/** What is known of the link, for the truth strip. Times are epoch ms by the server's clock. */
export const useLink = defineStore('link', () => {
  const status = shallowRef<LinkStatus>(NOT_YET)
  /** Server time of the last frame, within a second while live, or of the state that was fetched; 0 before the first. */
  const lastFrameAt = shallowRef(0)
  /** Whether the server reaches its log, and how far it is behind; undefined before it said so. */
  const log = shallowRef<NonNullable<Frame['log']>>()
  /** Since when the log has been down; 0 while it is up. */
  const logDownSince = shallowRef(0)
  /** Whether the newest digest agreed; undefined before the first. */
  const digestAgrees = shallowRef<boolean>()
  /** Why this page loaded itself anew; undefined if it did not. */
  const reloadedBecause = shallowRef<string>()
  let heardAt = 0
  const rings = { text: new LatencyRing(), map: new LatencyRing() }
  const latencies = shallowRef<Partial<Record<Painted, { p50: number; p99: number }>>>({})
  let sortedAt = 0

  const report: LinkReport = {
    status(next) {
      status.value = next
      lastFrameAt.value = heardAt
    },
    heard(frame) {
      heardAt = frame.at
      // Frames come up to sixty times a second; the strip tells seconds.
      if (Math.floor(heardAt / 1000) !== Math.floor(lastFrameAt.value / 1000))
        lastFrameAt.value = heardAt
      if (!frame.log)
        return
      if (frame.log.up)
        logDownSince.value = 0
      else if (logDownSince.value === 0)
        logDownSince.value = frame.at
      if (!log.value || Math.abs(log.value.lagMs - frame.log.lagMs) >= 1000 || amissIn(log.value) !== amissIn(frame.log))
        log.value = frame.log
    },
    fetched(at) {
      heardAt = Math.max(heardAt, at)
      lastFrameAt.value = heardAt
    },
    compared(agrees) {
      digestAgrees.value = agrees
    },
  }

  /** Nothing could be got at all, not even the district: the link has not begun. */
  function unreachable(attempt: number, nextAttemptAt: number): void {
    status.value = { state: 'waiting', since: status.value.since || nextAttemptAt, attempt, nextAttemptAt, reason: 'unreachable' }
  }

  /** From an event's entry in the log to the paint that showed it, ms; `at` is when it was painted, epoch ms. */
  function painted(what: Painted, latenciesMs: readonly number[], at: number): void {
    for (const ms of latenciesMs)
      rings[what].add(ms, at)
    // The strip tells them; once a second is often enough to sort thousands.
    if (Math.abs(at - sortedAt) < 1000)
      return
    sortedAt = at
    latencies.value = { text: rings.text.percentiles(at), map: rings.map.percentiles(at) }
  }

  return {
    status: shallowReadonly(status),
    lastFrameAt: shallowReadonly(lastFrameAt),
    log: shallowReadonly(log),
    logDownSince: shallowReadonly(logDownSince),
    digestAgrees: shallowReadonly(digestAgrees),
    latencies: shallowReadonly(latencies),
    reloadedBecause,
    /** Server time of what is shown, epoch ms: of now while live; 0 before the first. */
    pictureAt: computed(() => logDownSince.value || lastFrameAt.value),
    truth: computed(() => truthOf({ status: status.value, log: log.value, digestAgrees: digestAgrees.value })),
    report: markRaw(report),
    unreachable,
    painted,
  }
})

/** All that is said but the lag, which moves with every frame. */
function amissIn({ lagMs: _lag, ...said }: NonNullable<Frame['log']>): string {
  return JSON.stringify(said)
}
