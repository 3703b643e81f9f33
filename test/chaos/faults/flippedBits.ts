import type { Fault } from '../Fault.ts'
import { damageRounds } from '../damageRounds.ts'

/** A disk that lies: 200 bits anywhere in the file of an embedded log are others. */
export const flippedBits: Fault = {
  name: 'flipped-bits',
  rounds: 20,
  run: (rounds, told) => damageRounds('flipped-bits', rounds, told),
}
