import type { Fault } from '../Fault.ts'
import { damageRounds } from '../damageRounds.ts'

/** A disk that lost the end of the file of an embedded log, from anywhere on. */
export const cutOff: Fault = {
  name: 'cut-off',
  rounds: 20,
  run: (rounds, told) => damageRounds('cut-off', rounds, told),
}
