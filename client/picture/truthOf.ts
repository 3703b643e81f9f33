import type { Frame } from '../../shared/protocol/frame.ts'
import type { LinkStatus } from '../link/LinkReport.ts'

/** T1: what may be said of the picture. Only `live` is now; all else is a picture of then, or none. */
export type Truth = 'live' | 'starting' | 'silent' | 'cut' | 'log-down' | 'digest-differs' | 'refetching' | 'reloading' | 'stopped'

export interface Seen {
  status: Pick<LinkStatus, 'state' | 'reason'>
  log: Frame['log']
  digestAgrees: boolean | undefined
}

export function truthOf({ status: { state, reason }, log, digestAgrees }: Seen): Truth {
  switch (state) {
    case 'live':
      if (log && !log.up)
        return 'log-down'
      return digestAgrees === false ? 'digest-differs' : 'live'
    case 'refetching': return digestAgrees === false ? 'digest-differs' : 'refetching'
    case 'silent':
    case 'reloading':
    case 'stopped': return state
    // A first attempt has no setback behind it.
    case 'idle':
    case 'starting':
    case 'fetching':
    case 'apart':
    case 'connecting':
    case 'subscribing': return reason === undefined ? 'starting' : reason === 'gap' ? 'refetching' : 'cut'
    case 'cut':
    case 'waiting': return 'cut'
  }
}
