/** What is compared: the product, and the ways others would take. */
export type VariantName = 'ours' | 'emit' | 'adapter' | 'ws' | 'tcp'

export interface StartVariant {
  redisUrl: string
  /** Peers that send frames send one in so many ms: as often as ours was seen to. */
  windowMs: number
  /** A folder of built pages to serve, if any. */
  pages?: string | undefined
  /** The demo unless given. */
  districtDir?: string | undefined
}

/**
 * A server under load, in a process of its own; `handled` is what its page said that it has done, `paints` how long its
 * events took to the paint since that was last asked, ms.
 */
export type RunVariant = (start: StartVariant) => Promise<{ port: number; handled?: () => number; paints?: () => number[] }>
