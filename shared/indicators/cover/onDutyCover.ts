import type { State } from '../../state/State.ts'
import type { RegionCode } from '../../words/regionCode.ts'
import type { DistrictFacts } from '../grid/DistrictFacts.ts'
import { gridsWithin } from './gridsWithin.ts'
import { kindsOf } from './kindsOf.ts'

/** On duty but silent for longer than this is 无信号; in pasture the network reaches less far. */
const SILENT_MS = { urban: 60 * 60_000, town: 60 * 60_000, pastoral: 2 * 60 * 60_000 }

export type Cover = 'covered' | 'nobody' | 'no-signal'

export interface GridCover {
  cover: Cover
  /** Since when, epoch ms: nobody since the last one left, no signal since the last sign of life; 0 if never. */
  since: number
}

export interface OnDutyCover {
  grids: number
  covered: number
  nobody: number
  noSignal: number
}

/**
 * 此刻有人在岗. Formula: grids with somebody on duty from whom something was heard lately; `covered` + `noSignal` + `nobody` =
 * `grids`. Window: this moment; silence as {@link SILENT_MS}. Source: streams `grid-status` (who is on duty) and `patrol`.
 */
export function onDutyCover(state: State, region: RegionCode, now: number, facts: DistrictFacts): OnDutyCover {
  const cover = coverByGrid(state, now, facts)
  const here = gridsWithin(state, region)
  const count = (what: Cover) => here.filter(grid => cover[grid]!.cover === what).length
  return { grids: here.length, covered: count('covered'), nobody: count('nobody'), noSignal: count('no-signal') }
}

/** The same, grid by grid in the order of the state. */
export function coverByGrid(state: State, now: number, facts: DistrictFacts): GridCover[] {
  const kinds = kindsOf(state, facts)
  return state.basis.grids.map((_, grid) => {
    const { onDuty, dutyAt } = state.gridStatus[grid]!
    if (onDuty.size === 0)
      return { cover: 'nobody', since: dutyAt }
    const heard = heardAt(state, grid)
    return now - heard > SILENT_MS[kinds[grid]!] ? { cover: 'no-signal', since: heard } : { cover: 'covered', since: heard }
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
