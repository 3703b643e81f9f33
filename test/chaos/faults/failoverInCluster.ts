import type { Fault } from '../Fault.ts'
import { startReplicatedCluster } from '../../support/startReplicatedCluster.ts'
import { failOverRounds } from '../failOverRounds.ts'

/** In a cluster of three masters with a replica each, the master that holds the district dies while its replica lags, which is promoted. */
export const failoverInCluster: Fault = {
  name: 'failover-cluster',
  rounds: 10,
  run: (rounds, told) => failOverRounds(startReplicatedCluster, rounds, told),
}
