/**
 * K1: the link as a table. `starting` gets the state while the socket opens; `fetching` waits for the state with
 * an open socket, `apart` without one, `connecting` for the socket alone; `silent` is live without a frame for three seconds; `cut` holds a state and waits to
 * resume it, `waiting` holds none that counts and waits to begin anew; `refetching` holds one that does not count.
 */
export const LINK_STATES = ['idle', 'starting', 'fetching', 'apart', 'connecting', 'subscribing', 'live', 'silent', 'refetching', 'cut', 'waiting', 'reloading', 'stopped'] as const

export type LinkState = (typeof LINK_STATES)[number]

/**
 * `applied`, `gap` and `differs` are what became of a frame; `overdue` is a state's own time limit; `retry` the end of a
 * back-off; `woke` the page came back (from sleep, freeze or `online`) and has not been heard for a while.
 */
export const LINK_EVENTS = ['start', 'stop', 'fetched', 'fetchFailed', 'otherFold', 'opened', 'lost', 'resumed', 'refetch', 'refused', 'applied', 'gap', 'differs', 'overdue', 'retry', 'woke', 'offline'] as const

export type LinkEvent = (typeof LINK_EVENTS)[number]

interface Traits {
  /** A socket exists: entering from a state without one opens it, leaving for a state without one closes it. */
  socket: boolean
  /** A fetch of the state is under way, or about to be. */
  fetch: boolean
  /** A back-off runs; its end is `retry`. */
  wait: boolean
  /** The longest stay without `overdue`, ms; 0 for ever. */
  limitMs: number
}

/** What a state has, so that no transition can forget to open, close or await it. */
export const TRAITS: Record<LinkState, Traits> = {
  idle: { socket: false, fetch: false, wait: false, limitMs: 0 },
  starting: { socket: true, fetch: true, wait: false, limitMs: 60_000 },
  fetching: { socket: true, fetch: true, wait: false, limitMs: 60_000 },
  apart: { socket: false, fetch: true, wait: false, limitMs: 60_000 },
  connecting: { socket: true, fetch: false, wait: false, limitMs: 10_000 },
  subscribing: { socket: true, fetch: false, wait: false, limitMs: 10_000 },
  live: { socket: true, fetch: false, wait: false, limitMs: 3000 },
  silent: { socket: true, fetch: false, wait: false, limitMs: 7000 },
  refetching: { socket: true, fetch: true, wait: false, limitMs: 60_000 },
  cut: { socket: false, fetch: false, wait: true, limitMs: 0 },
  waiting: { socket: false, fetch: false, wait: true, limitMs: 0 },
  reloading: { socket: false, fetch: false, wait: true, limitMs: 0 },
  stopped: { socket: false, fetch: false, wait: false, limitMs: 0 },
}

type Row = Record<LinkEvent, LinkState>

/** Every event leaves the state as it is, but for `stop` and those named. */
function row(state: LinkState, named: Partial<Row>): Row {
  return {
    start: state,
    stop: 'stopped',
    fetched: state,
    fetchFailed: state,
    otherFold: 'reloading',
    opened: state,
    lost: state,
    resumed: state,
    refetch: state,
    refused: state,
    applied: state,
    gap: state,
    differs: state,
    overdue: state,
    retry: state,
    woke: state,
    offline: state,
    ...named,
  }
}

/** What leads where. A cell that names its own state means: nothing changes. */
export const LINK_TABLE: Record<LinkState, Row> = {
  idle: row('idle', { start: 'starting', otherFold: 'idle' }),
  starting: row('starting', { fetched: 'connecting', fetchFailed: 'waiting', opened: 'fetching', lost: 'apart', overdue: 'waiting' }),
  fetching: row('fetching', { fetched: 'subscribing', fetchFailed: 'waiting', lost: 'apart', overdue: 'waiting' }),
  apart: row('apart', { fetched: 'connecting', fetchFailed: 'waiting', overdue: 'waiting' }),
  connecting: row('connecting', { opened: 'subscribing', lost: 'cut', overdue: 'cut' }),
  subscribing: row('subscribing', { resumed: 'live', refetch: 'refetching', refused: 'waiting', lost: 'cut', overdue: 'cut', woke: 'cut' }),
  live: row('live', { refetch: 'refetching', refused: 'waiting', gap: 'subscribing', differs: 'refetching', lost: 'cut', overdue: 'silent', woke: 'cut', offline: 'silent' }),
  silent: row('silent', { applied: 'live', refetch: 'refetching', refused: 'waiting', gap: 'subscribing', differs: 'refetching', lost: 'cut', overdue: 'cut', woke: 'cut' }),
  refetching: row('refetching', { fetched: 'subscribing', fetchFailed: 'waiting', lost: 'apart', overdue: 'waiting' }),
  cut: row('cut', { retry: 'connecting', woke: 'connecting' }),
  waiting: row('waiting', { retry: 'starting', woke: 'starting' }),
  reloading: row('reloading', {}),
  stopped: row('stopped', { otherFold: 'stopped' }),
}

/** Whether frames are expected in that state. */
export function isLive(state: LinkState): boolean {
  return state === 'live' || state === 'silent'
}
