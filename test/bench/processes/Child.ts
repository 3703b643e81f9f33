import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'

/** A child that is let go ends by itself; one that hangs is killed. */
const PATIENCE_MS = 3000

type Reply = { id: number; value?: unknown; error?: string }

/** A process of the bench that answers questions; disposing ends it. */
export class Child implements AsyncDisposable {
  private readonly process: ChildProcess
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  private serial = 0
  private errors = ''

  constructor(private readonly file: string, options: { nodeArgs?: string[]; env?: Record<string, string> } = {}) {
    this.process = fork(file, [], {
      execArgv: [...options.nodeArgs ?? [], ...profiling(file)],
      env: { ...process.env, NODE_ENV: 'production', ...options.env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.process.stderr?.on('data', chunk => this.errors = (this.errors + String(chunk)).slice(-3000))
    this.process.on('message', ({ id, value, error }: Reply) => {
      const asked = this.waiting.get(id)
      this.waiting.delete(id)
      if (error === undefined)
        asked?.resolve(value)
      else
        asked?.reject(new Error(error))
    })
    this.process.once('exit', (code, signal) => {
      for (const { reject } of this.waiting.values())
        reject(new Error(`${file} ended with ${signal ?? code}: ${this.errors}`))
      this.waiting.clear()
    })
  }

  ask<T>(name: string, argument?: unknown, limitMs = 300_000): Promise<T> {
    const id = ++this.serial
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${this.file} did not answer ${name} in ${limitMs} ms: ${this.errors}`)), limitMs)
      const settle = <A>(go: (value: A) => void) => (value: A) => {
        clearTimeout(timer)
        go(value)
      }
      this.waiting.set(id, { resolve: settle(resolve as (value: unknown) => void), reject: settle(reject) })
      this.process.send({ id, name, argument })
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null)
      return
    const ended = once(this.process, 'exit')
    if (this.process.connected)
      this.process.disconnect()
    const timer = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE_MS)
    await ended
    clearTimeout(timer)
  }
}

/** `WANGGE_BENCH_PROFILE=DIR` leaves a CPU profile of each server there. */
function profiling(file: string): string[] {
  const dir = process.env.WANGGE_BENCH_PROFILE
  return dir && file.endsWith('server.js') ? ['--cpu-prof', '--cpu-prof-dir', dir] : []
}
