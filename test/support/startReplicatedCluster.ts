import type { LaggingPair } from './LaggingPair.ts'
import { ask, startRedis } from './startRedis.ts'
import { startRedisCluster } from './startRedisCluster.ts'
import { waitFor } from './waitFor.ts'

const OPTIONS = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000', '--cluster-replica-validity-factor', '0', '--repl-diskless-sync-delay', '0']

/** Three masters with a replica each; the replica of the one that holds the district may lag. */
export async function startReplicatedCluster(): Promise<LaggingPair> {
  const cluster = await startRedisCluster('--repl-diskless-sync-delay', '0')
  const replicas = await Promise.all(cluster.nodes.map(async (node) => {
    const replica = await startRedis(...OPTIONS)
    const id = (await ask(node.port, 'CLUSTER MYID')).split('\r\n')[1]!
    await ask(replica.port, `CLUSTER MEET 127.0.0.1 ${node.port}`)
    await waitFor('the replica to know its master', async () => (await ask(replica.port, `CLUSTER REPLICATE ${id}`)).startsWith('+OK'), 20_000)
    await waitFor('the replica to follow', async () => (await ask(node.port, 'INFO replication')).includes('state=online'), 20_000)
    return replica
  }))
  const master = await cluster.nodeOf('{152921}:incident')
  const lagging = replicas[cluster.nodes.indexOf(master)]!
  return {
    url: cluster.url,
    async lag() {
      process.kill(lagging.pid(), 'SIGSTOP')
      await ask(master.port, 'CLIENT KILL TYPE replica')
    },
    async killMaster() {
      await master.kill()
      process.kill(lagging.pid(), 'SIGCONT')
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(replicas.map(replica => replica[Symbol.asyncDispose]()))
      await cluster[Symbol.asyncDispose]()
    },
  }
}
