/** What became of one round. */
export interface Round {
  /** Everything that was answered as kept under this fault is there and all servers agree with the log; of a spoiled disk: nothing is served that is not what was written. */
  survived: boolean
  /** Events that were answered as kept under this fault and are gone; of a spoiled disk: what cannot be rescued. */
  lost: number
  note: string
}

/** Something that goes wrong in a real house, done to real parts. */
export interface Fault {
  name: string
  /** How many rounds a whole run has. */
  rounds: number
  /** Does it so often; each round is told as it ends. */
  run: (rounds: number, told: (round: Round) => void) => Promise<void>
}
