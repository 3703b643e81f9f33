/** What a page holds at a moment, after a collection. */
export interface Sample {
  /** Minutes since the run began. */
  minute: number
  heapMb: number
  nodes: number
  listeners: number
  /** Living WebGL objects. */
  gpu: number
}

export type Held = Exclude<keyof Sample, 'minute'>

export const HELD: readonly Held[] = ['heapMb', 'nodes', 'listeners', 'gpu']
