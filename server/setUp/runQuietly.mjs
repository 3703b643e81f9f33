import { spawn } from 'node:child_process'

/**
 * Runs a program and keeps what it prints; answers `{ code, output }` when it has ended.
 * An abort sends SIGTERM. A program that cannot be started answers code 127.
 */
export function runQuietly(command, args, { cwd, env = process.env, signal, onOutput } = {}) {
  return new Promise((resolve) => {
    const chunks = []
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const keep = (chunk) => {
      chunks.push(chunk)
      onOutput?.(chunk)
    }
    const stop = () => child.kill('SIGTERM')
    const end = (code, extra = '') => {
      signal?.removeEventListener('abort', stop)
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + extra })
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', error => end(127, error.message))
    child.once('close', code => end(code ?? 1))
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted)
      stop()
  })
}

/** The last lines of an output, for a failure that people must understand. */
export function tail(output, lines = 25) {
  return output.trim().split('\n').slice(-lines).join('\n')
}
