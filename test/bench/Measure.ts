/** One line of the bench: CONTRACT's shape, plus the unit of the figures. */
export interface Measure {
  name: string
  unit: string
  ours: number
  peers: Record<string, number>
  /** Ours over the peer that the target names; absent peers give NaN, printed as a dash. */
  ratio: number
  target: string
  holds: boolean
  note: string
}

/** A part of the bench that can be run alone; `--only` takes the beginning of a name. */
export interface Part {
  names: readonly string[]
  run: (sizes: Sizes, say: (line: string) => void) => Promise<Measure[]>
}

/** How much is measured. `quick` is for trying the bench itself: its figures mean nothing. */
export interface Sizes {
  rounds: number
  seconds: number
  million: number
  awayMs: number
}

export const FULL: Sizes = { rounds: 4, seconds: 5, million: 1_000_000, awayMs: 30_000 }
export const QUICK: Sizes = { rounds: 2, seconds: 2, million: 40_000, awayMs: 3000 }
