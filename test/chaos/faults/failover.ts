import type { Fault } from '../Fault.ts'
import { startRedisPair } from '../../support/startRedisPair.ts'
import { failOverRounds } from '../failOverRounds.ts'

/** The master dies while one of two replicas lags, and a real sentinel promotes that one: it has the better priority. */
export const failover: Fault = {
  name: 'failover',
  rounds: 10,
  run: (rounds, told) => failOverRounds(startRedisPair, rounds, told),
}
