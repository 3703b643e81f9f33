import type { LaggingPair } from './LaggingPair.ts'
import { ask, startRedis } from './startRedis.ts'
import { startSentinel } from './startSentinel.ts'
import { waitFor } from './waitFor.ts'

/** A master with two replicas under a sentinel; of the replicas the one that will lag has the better priority. */
export async function startRedisPair(): Promise<LaggingPair> {
  const master = await startRedis('--repl-diskless-sync-delay', '0')
  const follow = ['--replicaof', '127.0.0.1', String(master.port)]
  const [lagging, other] = await Promise.all([startRedis(...follow, '--replica-priority', '10'), startRedis(...follow)])
  await waitFor('the replicas to follow', async () => (await ask(master.port, 'INFO replication')).match(/state=online/g)?.length === 2, 20_000)
  const sentinel = await startSentinel('grid', master.port)
  await waitFor('the sentinel to know the replicas', async () => (await ask(sentinel.port, 'SENTINEL REPLICAS grid')).split('runid').length === 3, 20_000)
  return {
    url: `redis+sentinel://127.0.0.1:${sentinel.port}/grid`,
    async lag() {
      process.kill(lagging.pid(), 'SIGSTOP')
      // What is under way to it would reach it when it wakes: without its link it gets nothing more.
      await ask(master.port, `CLIENT KILL LADDR 127.0.0.1:${master.port} ADDR ${await addressOfReplica(master.port, lagging.port)}`)
    },
    async killMaster() {
      await master.kill()
      process.kill(lagging.pid(), 'SIGCONT')
    },
    async [Symbol.asyncDispose]() {
      await sentinel[Symbol.asyncDispose]()
      for (const each of [master, lagging, other])
        await each[Symbol.asyncDispose]()
    },
  }
}

/** A master knows its replicas' own ports in INFO, their connections by CLIENT LIST in the same order. */
async function addressOfReplica(masterPort: number, replicaPort: number): Promise<string> {
  const ports = [...(await ask(masterPort, 'INFO replication')).matchAll(/slave\d+:ip=[^,]+,port=(\d+)/g)].map(([, port]) => Number(port))
  const addresses = [...(await ask(masterPort, 'CLIENT LIST TYPE replica')).matchAll(/\baddr=(\S+)/g)].map(([, address]) => address!)
  return addresses[ports.indexOf(replicaPort)]!
}
