import type { CloseReason } from '../../shared/protocol/closing.ts'
import type { Frame } from '../../shared/protocol/frame.ts'
import type { RefetchReason } from '../../shared/protocol/refetch.ts'
import type { Refused } from '../../shared/protocol/refused.ts'
import type { LinkState } from './linkState.ts'

/** Why the link is not, or was not, live: the server's own words where it gave any, else what was seen here. */
export type LinkReason = CloseReason | RefetchReason | `refused-${Refused['reason']}` | 'unreachable' | 'origin' | 'lost' | 'state-failed' | 'no-frames' | 'no-answer' | 'gap' | 'digest' | 'slept' | 'offline'

/** What the link says of itself at each change; times are epoch ms by the server's clock. */
export interface LinkStatus {
  state: LinkState
  since: number
  /** Round of the back-off that runs or ran; 0 when all is well. */
  attempt: number
  /** When the back-off ends; undefined when none runs. */
  nextAttemptAt: number | undefined
  /** Why it last left `live`, or never got there; kept until it is live again. */
  reason: LinkReason | undefined
}

/** Who hears of the link; the link store does. */
export interface LinkReport {
  status: (status: LinkStatus) => void
  /** A state was got and applied; `at` is of when it is, epoch ms by the server's clock. */
  fetched: (at: number) => void
  /** A frame was applied. */
  heard: (frame: Frame) => void
  /** Whether a digest that the server sent agreed with ours. */
  compared: (agrees: boolean) => void
}
