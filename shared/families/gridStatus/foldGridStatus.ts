import type { GridStatusEvent } from './GridStatusEvent.ts'
import type { Folded } from '../../kernel/Folded.ts'
import type { GridStatusGround } from './GridStatusGround.ts'
import { unlawful } from '../../kernel/unlawful.ts'
import { applyStatus } from './applyStatus.ts'
import { hashStatus } from './hashGridStatus.ts'

/** More than any grid has, so that a faulty producer cannot grow the state without end. */
export const ON_DUTY_MOST = 500

/** Applies an event of the stream `grid-status` to the grid that is its subject. */
export function foldGridStatus(state: GridStatusGround, event: GridStatusEvent): Folded {
  const grid = state.index.grid(event.subject)
  if (grid < 0)
    return { outcome: 'rejected', refusal: { reason: 'outside-district', path: 'subject', message: `There is no grid ${event.subject} in this district.` } }
  const status = state.gridStatus[grid]!
  if (event.type === 'grid-status.duty.off' && !status.onDuty.has(event.data.worker))
    return unlawful('data.worker', 'This worker is not on duty in this grid.')
  if (event.type === 'grid-status.duty.on' && status.onDuty.size >= ON_DUTY_MOST && !status.onDuty.has(event.data.worker))
    return unlawful('data.worker', `${ON_DUTY_MOST} are on duty in this grid already; take somebody off first.`)
  hashStatus(state.digest, -1, grid, status)
  applyStatus(state.digest, grid, status, event)
  hashStatus(state.digest, 1, grid, status)
  return { outcome: 'applied', touched: { stream: 'grid-status', grids: [grid], hours: false } }
}
