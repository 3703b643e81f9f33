import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface Program extends AsyncDisposable {
  readonly pid: number
  /** Lines printed so far that are whole. */
  readonly lines: readonly string[]
  readonly errors: () => string
  /** Resolves with the exit code or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  kill: (signal: NodeJS.Signals) => Promise<void>
}

/** Runs a TypeScript file of this repository as a process of its own; disposing kills it. */
export function startProgram(file: string, ...args: string[]): Program {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  let rest = ''
  let errors = ''
  child.stdout.on('data', (chunk) => {
    const parts = (rest + String(chunk)).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  child.stderr.on('data', (chunk) => {
    errors = (errors + String(chunk)).slice(-4000)
  })
  const ended = once(child, 'close').then(([code, signal]: (number | NodeJS.Signals)[]) => signal ?? code ?? 0)
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return { pid: child.pid ?? 0, lines, errors: () => errors, ended, kill, [Symbol.asyncDispose]: () => kill('SIGKILL') }
}
