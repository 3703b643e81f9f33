import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './freePort.ts'
import { ask } from './startRedis.ts'
import { waitFor } from './waitFor.ts'

/** One real sentinel on loopback that watches the server on `masterPort` under a name. */
export async function startSentinel(name: string, masterPort: number): Promise<AsyncDisposable & { readonly port: number }> {
  const port = await freePort()
  const dir = await mkdtemp(join(tmpdir(), 'wangge-sentinel-'))
  const file = join(dir, 'sentinel.conf')
  await writeFile(file, `port ${port}\nbind 127.0.0.1\ndir ${dir}\nsentinel monitor ${name} 127.0.0.1 ${masterPort} 1\nsentinel down-after-milliseconds ${name} 1000\nsentinel failover-timeout ${name} 5000\n`)
  const sentinel = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' })
  const ended = once(sentinel, 'exit')
  await waitFor('the sentinel to serve', async () => (await ask(port, `SENTINEL GET-MASTER-ADDR-BY-NAME ${name}`)).includes(String(masterPort)), 20_000)
  return {
    port,
    async [Symbol.asyncDispose]() {
      sentinel.kill('SIGKILL')
      await ended
      await rm(dir, { recursive: true, force: true })
    },
  }
}
