/** How long a request may take to arrive, its answer to be taken, and how many may be on their way. */
export interface ArrivalLimits {
  headersMs: number
  /** From the first byte to the last one of the body. */
  requestMs: number
  /** Without a byte either way while it is answered. */
  silentMs: number
  /** Connections whose request has not arrived whole, those between two requests included; links over `/live` are counted apart. */
  arriving: number
}

/** A file of 10 MiB comes in time over 3 Mbit/s; a proxy takes in what is slower by itself. */
export const ARRIVAL_LIMITS: ArrivalLimits = { headersMs: 15_000, requestMs: 30_000, silentMs: 120_000, arriving: 2000 }
