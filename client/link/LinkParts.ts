import type { Scope } from '../../shared/protocol/subscribe.ts'
import type { FetchState } from './fetchState.ts'
import type { LinkReport } from './LinkReport.ts'
import type { LinkTarget } from './LinkTarget.ts'
import type { Reloader } from './Reloader.ts'
import type { ServerClock } from './ServerClock.ts'
import type { OpenSocket } from './socket.ts'
import type { Timers } from '../base/Timers.ts'

/** All that the link needs of the world. */
export interface LinkParts {
  scope: Scope
  target: LinkTarget
  report: LinkReport
  /** Told of messages that are not the link's own. */
  said?: (kind: string, message: unknown) => void
  openSocket: OpenSocket
  fetchState: FetchState
  /** Whether this page is taken for another site's, as behind a proxy that rewrites the host; asked after a socket that did not open. */
  isForeign: () => Promise<boolean>
  clock: ServerClock
  timers: Timers
  /** 0–1, spreads the back-offs of many screens. */
  chance: () => number
  reloader: Reloader
}
