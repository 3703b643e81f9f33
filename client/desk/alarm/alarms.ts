import type { GraveIncident } from '../../../shared/indicators/open/graveIncidents.ts'
import type { Severity } from '../../../shared/words/severity.ts'
import type { Publication } from '../../picture/schedule/Publication.ts'
import type { Keep } from '../../base/kept.ts'
import type { ToneName } from './tones.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { z } from 'zod'
import { graveIncidents } from '../../../shared/indicators/open/graveIncidents.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'
import { useClock } from '../../picture/clock.ts'
import { useDistrict } from '../../base/district.ts'
import { useProjection } from '../../picture/projection.ts'
import { readKept, writeKept } from '../../base/kept.ts'
import { REPEATS_MS } from './tones.ts'

/** Why a desk may be silent for a while; whoever comes to it reads the reason. */
export const MUTE_REASONS = ['handling', 'on-phone', 'drill'] as const
export const MUTE_MINUTES = [2, 5, 10] as const

const NAME = 'wangge.desk.alarms'
/** What was reported longer ago than this is no news: the desk was away, and its queue tells. */
const NEWS_MS = 60_000

const settings = z.object({
  volume: z.number().min(0.1).max(1),
  mute: z.object({ reason: z.enum(MUTE_REASONS), until: z.number() }).optional(),
})

type Settings = z.infer<typeof settings>

const PLAIN: Settings = { volume: 0.7 }

/**
 * What calls this desk: calls for help and matters of severity I that nobody has signed for. What is signed for anywhere falls silent
 * here; no mute silences a call for help. Moments are epoch ms by the server's clock.
 */
export const useAlarms = defineStore('desk-alarms', () => {
  const clock = useClock()
  const projection = useProjection()
  const district = useDistrict()
  const kept = shallowRef(PLAIN)
  /** Gravest first. */
  const calling = shallowRef<readonly GraveIncident[]>([])
  let keep: Keep | undefined
  /** Gravest of what has come since a tone last sounded. */
  let news: Severity | undefined
  const soundedAt: Partial<Record<ToneName, number>> = {}

  function change(to: Partial<Settings>): void {
    kept.value = { ...kept.value, ...to }
    if (keep)
      writeKept(keep, NAME, kept.value)
  }

  /** Looks at what has changed, straight from the publication: a hidden page draws nothing, and must ring all the same. */
  function look(published: Publication): void {
    const { state } = projection
    const now = clock.now()
    if (!state || !district.district)
      return
    // Patrols move all the time; of their stream calls for help alone count.
    const raised = () => [...published.grids].some(grid => [...state.patrol.callsByGrid[grid]!.values()].some(({ stage }) => stage === 'calling'))
      || calling.value.some(({ gravity, grid }) => gravity === 'sos' && published.grids.has(state.index.grid(grid)))
    // Of ten thousand open matters few ever call, and all are looked through only when one of these changed.
    const calls = (id: string) => state.incident.incidents.get(id)?.severity === 'I' || calling.value.some(each => each.id === id)
    if (published.whole || [...published.incidents].some(calls) || raised())
      calling.value = graveIncidents(state, district.district.code, now).filter(({ gravity }) => gravity !== 'II')
    for (const id of published.whole ? [] : published.incidents) {
      const incident = state.incident.incidents.get(id)
      if (incident?.version === 1 && now - incident.reportedAt < NEWS_MS && (!news || SEVERITIES.indexOf(incident.severity) < SEVERITIES.indexOf(news)))
        news = incident.severity
    }
  }

  const muted = (now: number) => kept.value.mute !== undefined && now < kept.value.mute.until

  /** The tone that is due now, if any; `sounded` must be told once it was heard. */
  function due(): ToneName | undefined {
    const now = clock.now()
    const isDue = (tone: 'sos' | 'I') => Math.abs(now - (soundedAt[tone] ?? 0)) >= REPEATS_MS[tone]!
    const rings = (gravity: 'sos' | 'I') => calling.value.some(each => each.gravity === gravity)
    if (rings('sos'))
      return isDue('sos') ? 'sos' : undefined
    if (muted(now))
      return news = undefined
    if (rings('I'))
      return isDue('I') ? 'I' : undefined
    return news
  }

  return {
    /** Gravest first. */
    ringing: shallowReadonly(calling),
    settings: shallowReadonly(kept),
    muted,
    look,
    due,
    sounded(tone: ToneName) {
      soundedAt[tone] = clock.now()
      news = undefined
    },
    setVolume: (volume: number) => change({ volume: Math.min(1, Math.max(0.1, volume)) }),
    /** Silences all but alarms of workers, for so many minutes. */
    mute: (reason: (typeof MUTE_REASONS)[number], minutes: number) => change({ mute: { reason, until: clock.now() + minutes * 60_000 } }),
    unmute: () => change({ mute: undefined }),
    /** Wiring: keeps volume and mute there. */
    keepIn(storage: Keep) {
      keep = storage
      kept.value = readKept(storage, NAME, settings, PLAIN)
    },
  }
})
