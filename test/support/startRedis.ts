import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './freePort.ts'
import { waitFor } from './waitFor.ts'

export interface TestRedis extends AsyncDisposable {
  readonly port: number
  readonly url: string
  readonly pid: () => number
  /** kill -9; the data stay. */
  kill: () => Promise<void>
  /** kill -9, as a power cut: of what it wrote to its append-only file last so many bytes are gone. */
  loseTail: (bytes: number) => Promise<void>
  /** Bytes of its append-only file now. */
  written: () => Promise<number>
  /** kill -9, and all data are gone. */
  loseAll: () => Promise<void>
  /** Starts it again on the same port and data; answers when it serves. */
  start: () => Promise<void>
}

/** A real redis-server of its own on loopback, with an append-only file, serving when this resolves. Disposing ends it and deletes its data. */
export async function startRedis(...options: string[]): Promise<TestRedis> {
  const port = await freePort()
  const dir = await mkdtemp(join(tmpdir(), 'wangge-redis-'))
  const lines: string[] = []
  let server: ChildProcess | undefined

  async function start(): Promise<void> {
    const started = spawn('redis-server', [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', dir],
      ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
      ...options,
    ], { stdio: ['ignore', 'pipe', 'pipe'] })
    started.on('error', error => lines.push(String(error)))
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', chunk => lines.splice(0, Math.max(0, lines.push(String(chunk)) - 20)))
    server = started
    await waitFor(`redis-server on port ${port}`, async () => /^(?:\+PONG|-NOAUTH)/.test(await ask(port, 'PING')), 20_000, () => lines.join(''))
  }

  async function kill(): Promise<void> {
    if (!server || server.exitCode !== null || server.signalCode !== null)
      return
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  }

  async function newest(): Promise<{ path: string; size: number }> {
    const folder = join(dir, 'appendonlydir')
    const path = join(folder, (await readdir(folder)).filter(name => name.endsWith('.incr.aof')).sort().at(-1)!)
    return { path, size: (await stat(path)).size }
  }

  async function loseTail(bytes: number): Promise<void> {
    await kill()
    const { path, size } = await newest()
    await truncate(path, Math.max(0, size - bytes))
  }

  async function loseAll(): Promise<void> {
    await kill()
    await rm(join(dir, 'appendonlydir'), { recursive: true, force: true })
  }

  const end = async () => {
    await kill()
    await rm(dir, { recursive: true, force: true })
  }
  await start().catch(async (error) => {
    await end()
    throw error
  })
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    pid: () => server!.pid!,
    kill,
    loseTail,
    written: async () => (await newest()).size,
    loseAll,
    start,
    [Symbol.asyncDispose]: end,
  }
}

/** The first lines of the reply to one inline command. */
export function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`))
    socket.once('data', (chunk) => {
      socket.destroy()
      resolve(String(chunk))
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed without a reply')))
  })
}
