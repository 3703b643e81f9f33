/** Bounds of the live links (law 10); each has a named thing that happens at it. */
export interface FanoutLimits {
  /** Recent events kept for returning clients; beyond either bound the oldest leave. */
  ringBytes: number
  ringEvents: number
  /** Bytes waiting for one socket; beyond it the socket is terminated as `consumer-too-slow`. */
  windowBytes: number
  /** A socket whose queue has not been empty for so long is terminated too. */
  stalledMs: number
  /** A frame that brings a returning client up to date; beyond it the client refetches as `too-old`. */
  catchUpBytes: number
  /** Links of one server and of one address; beyond it a new one is closed as `too-many`. */
  sockets: number
  socketsPerAddress: number
  /** Scopes served at once; beyond it a subscription is refused as `too-many`. */
  rooms: number
  /** A link that has not subscribed by then is closed as `never-subscribed`. */
  subscribeMs: number
  /** Messages of one link in ten seconds; beyond it the link is closed as `too-many`. */
  messages: number
}

export const FANOUT_LIMITS: FanoutLimits = {
  ringBytes: 32 * 1024 * 1024,
  ringEvents: 50_000,
  windowBytes: 1024 * 1024,
  stalledMs: 20_000,
  catchUpBytes: 768 * 1024,
  sockets: 5000,
  socketsPerAddress: 1000,
  rooms: 200,
  subscribeMs: 10_000,
  messages: 100,
}
