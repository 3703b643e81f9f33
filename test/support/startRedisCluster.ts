import type { TestRedis } from './startRedis.ts'
import { ask, startRedis } from './startRedis.ts'
import { waitFor } from './waitFor.ts'

const SLOTS = 16384

export interface TestCluster extends AsyncDisposable {
  readonly url: string
  readonly nodes: readonly TestRedis[]
  /** The node that holds a key. */
  readonly nodeOf: (key: string) => Promise<TestRedis>
}

/** Three masters on loopback that share all slots. */
export async function startRedisCluster(...options: string[]): Promise<TestCluster> {
  const nodes = await Promise.all(Array.from({ length: 3 }, () => startRedis('--cluster-enabled', 'yes', '--cluster-node-timeout', '2000', ...options)))
  const ports = nodes.map(node => node.port)
  const dispose = async () => {
    await Promise.all(nodes.map(node => node[Symbol.asyncDispose]()))
  }
  try {
    for (const [i, port] of ports.entries()) {
      const from = Math.ceil(SLOTS * i / ports.length)
      const to = Math.ceil(SLOTS * (i + 1) / ports.length) - 1
      await ask(port, `CLUSTER SET-CONFIG-EPOCH ${i + 1}`)
      await ask(port, `CLUSTER ADDSLOTSRANGE ${from} ${to}`)
      await ask(port, `CLUSTER MEET 127.0.0.1 ${ports[0]}`)
    }
    let seen = ''
    for (const port of ports) {
      await waitFor(`cluster as seen by ${port}`, async () => {
        seen = await ask(port, 'CLUSTER INFO')
        return /cluster_state:ok[\s\S]*cluster_known_nodes:3/.test(seen)
      }, 20_000, () => seen)
    }
  }
  catch (error) {
    await dispose()
    throw error
  }
  return {
    nodes,
    url: nodes.map(node => node.url).join(','),
    async nodeOf(key) {
      const slot = Number((await ask(ports[0]!, `CLUSTER KEYSLOT ${key}`)).slice(1))
      return nodes[Math.floor(slot * ports.length / SLOTS)]!
    },
    [Symbol.asyncDispose]: dispose,
  }
}
