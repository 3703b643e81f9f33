import type { Basis } from '../../../domain/basis.ts'
import type { IncidentEvent } from '../IncidentEvent.ts'
import type { Level } from '../../../words/level.ts'
import type { EpochMs } from '../../../words/time/time.ts'
import type { Incident } from '../Incident.ts'
import { basisWithin } from '../../../domain/basisWithin.ts'
import { isEnded } from '../../../domain/stages.ts'
import { LEVELS } from '../../../words/level.ts'
import { emptyGround } from '../../../kernel/emptyGround.ts'
import { foldIncident } from '../foldIncident.ts'
import { emptyIncidentSlice } from '../IncidentSlice.ts'
import { epochOf } from '../../../words/time/time.ts'

/** One level of the ladder as a matter has used it. `now`: it is there; `passed`: it went straight beyond; `ahead`: it was never there. */
export interface LevelUse {
  level: Level
  how: 'used' | 'now' | 'passed' | 'ahead'
  /** Time spent there under a limit, parked time left out, ms of the limit's kind of time. */
  usedMs: number
  /** The limit that ran there last; undefined where none is set or nothing ran. */
  limitMs: number | undefined
  time: 'working' | 'calendar'
  /** Share of that limit used up: 1 at its end, beyond it more. */
  share: number
}

interface Stay { level: Level; usedMs: number; limitMs: number | undefined; time: 'working' | 'calendar'; share: number }

/**
 * The ladder of one matter: time used against the limit at each level (M4). Its own history is folded anew, so it agrees with
 * the clocks by which it was judged. Pure.
 * @param events its whole history from its report on, oldest first @param now epoch ms
 */
export function levelUse(basis: Basis, { id, grid }: { id: string; grid: string }, events: readonly IncidentEvent[], now: EpochMs): LevelUse[] {
  const ground = emptyGround(basisWithin(basis, grid))
  const state = { ...ground, incident: emptyIncidentSlice(ground.index) }
  const stays: Stay[] = []
  let highest = 0

  function stay(incident: Incident, until: EpochMs): Stay {
    const { severity, level, clock, clockAt, parkedAt, parkedMs, extendedMs } = incident
    const passed = (from: number) => state.limits.passed(severity, level, clock, from, until)
    const usedMs = Math.max(0, passed(clockAt) - parkedMs - (parkedAt > 0 ? passed(parkedAt) : 0))
    const limit = state.limits.limitOf(severity, level, clock)
    const limitMs = limit && limit.ms + extendedMs
    return { level, usedMs, limitMs, time: limit?.time ?? 'calendar', share: limitMs ? usedMs / limitMs : 0 }
  }

  for (const event of events) {
    const before = state.incident.incidents.get(id)
    const left = before && stay(before, epochOf(event.time))
    if (foldIncident(state, event).outcome !== 'applied')
      continue
    const after = state.incident.incidents.get(id)
    if (left && after && left.level !== after.level)
      stays.push(left)
    highest = Math.max(highest, after ? LEVELS.indexOf(after.level) : 0)
  }
  const last = state.incident.incidents.get(id)
  if (!last)
    return []
  const current = stay(last, isEnded(last.stage) ? last.movedAt : now)
  return LEVELS.map((level, i) => {
    const here = [...stays, ...(last.level === level ? [current] : [])].filter(each => each.level === level)
    const newest = here[here.length - 1]
    return {
      level,
      how: last.level === level ? 'now' : newest ? 'used' : i < highest ? 'passed' : 'ahead',
      usedMs: here.reduce((sum, { usedMs }) => sum + usedMs, 0),
      limitMs: newest?.limitMs,
      time: newest?.time ?? 'calendar',
      share: newest?.share ?? 0,
    }
  })
}
