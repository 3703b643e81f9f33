import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { DistrictFacts } from '../grid/DistrictFacts.ts'
import { expectedAt } from '../../domain/duty/expectedAt.ts'
import { durationMs } from '../../words/time/durationMs.ts'
import { gridsWithin } from './gridsWithin.ts'
import { kindsOf } from './kindsOf.ts'

/** On duty but silent for longer than this is 无信号; in pasture the network reaches less far. */
const SILENT_MS = { urban: 60 * 60_000, town: 60 * 60_000, pastoral: 2 * 60 * 60_000 }

/** 在岗, 无信号, 缺岗, 按班无人. */
export const COVERS = ['covered', 'no-signal', 'absent', 'off-roster'] as const

export type Cover = (typeof COVERS)[number]

export interface GridCover {
  cover: Cover
  /** Since when, epoch ms: absent since the last one left or the shift began, no signal since the last sign of life; 0 if never. */
  since: number
  /** When the roster next begins or ends to expect somebody; Infinity for never. */
  until: number
}

export interface OnDutyCover {
  grids: number
  /** 应在: grids where somebody is expected by the roster, or is there all the same. */
  expected: number
  covered: number
  noSignal: number
  absent: number
  offRoster: number
}

/**
 * 此刻有人在岗. Formula: `covered` + `noSignal` + `absent` = `expected`, and with `offRoster` = `grids`; each as {@link coverByGrid}.
 * Window: this moment; silence as {@link SILENT_MS}. Source: streams `grid-status` (who is on duty) and `patrol`, and the roster.
 */
export function onDutyCover(state: State, region: RegionCode, now: number, facts: DistrictFacts): OnDutyCover {
  const cover = coverByGrid(state, now, facts)
  const here = gridsWithin(state, region)
  const count = (what: Cover) => here.filter(grid => cover[grid]!.cover === what).length
  const offRoster = count('off-roster')
  return { grids: here.length, expected: here.length - offRoster, covered: count('covered'), noSignal: count('no-signal'), absent: count('absent'), offRoster }
}

/**
 * The same, grid by grid in the order of the state. Who has come on duty and is heard covers a grid, on the roster or off it; who is not
 * heard and is not expected has but forgotten to go off. Within the grace a grid without anybody is what it was before.
 */
export function coverByGrid(state: State, now: number, facts: DistrictFacts): GridCover[] {
  const kinds = kindsOf(state, facts)
  const grace = durationMs(facts.duty.grace)
  return state.basis.grids.map((code, grid) => {
    const { onDuty, dutyAt } = state.gridStatus[grid]!
    const { isExpected, since, until } = expectedAt(facts.expected[code] ?? [], now, state.basis.zoneMs)
    if (onDuty.size > 0) {
      const heard = heardAt(state, grid)
      const isSilent = now - heard > SILENT_MS[kinds[grid]!]
      return { cover: !isSilent ? 'covered' : isExpected ? 'no-signal' : 'off-roster', since: heard, until }
    }
    if (!isExpected)
      return { cover: 'off-roster', since: dutyAt, until }
    if (now - Math.max(dutyAt, since) < grace)
      return { cover: dutyAt >= since ? 'covered' : 'off-roster', since: dutyAt, until }
    return { cover: 'absent', since: dutyAt > 0 ? Math.max(dutyAt, since) : 0, until }
  })
}

/** Newest sign of life of a grid: its workers' patrols wherever they are, any visit, who came on duty, its devices that work. */
function heardAt({ patrol, gridStatus }: State, grid: number): number {
  const { onDuty, devices, dutyAt } = gridStatus[grid]!
  let heard = Math.max(patrol.visitAt[grid]!, dutyAt)
  for (const worker of onDuty.keys())
    heard = Math.max(heard, patrol.workers.get(worker)?.newest.at ?? 0)
  for (const { health, at } of devices.values())
    heard = Math.max(heard, health === 'offline' ? 0 : at)
  return heard
}
