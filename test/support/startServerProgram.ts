import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { TINY_DISTRICT } from './startTestServer.ts'
import { waitFor } from './waitFor.ts'

export interface ServerProgram extends AsyncDisposable {
  url: string
  port: number
  output: () => string
  /** Ends it and answers its exit code or signal. */
  end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `server/main.ts` as a process of its own, serving when this resolves; disposing kills it. @param as.fileKib size that none of its files may pass, as on a full disk @param as.fold serves as a build of that fold version would */
export async function startServerProgram(env: Record<string, string>, as: As = {}): Promise<ServerProgram> {
  const { child, output } = spawnServer(env, as)
  let url = ''
  child.on('message', (message: { url?: string }) => {
    url = message.url ?? ''
  })
  await waitFor('the server tells its address', () => {
    if (child.exitCode !== null)
      throw new Error(`it ended with ${child.exitCode}: ${output()}`)
    return url !== ''
  }, 30_000, output)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    }
    return child.exitCode ?? child.signalCode
  }
  return { url, port: Number(new URL(url).port), output, end, [Symbol.asyncDispose]: async () => void await end('SIGKILL') }
}

/** Runs it to its end; for a start that fails. */
export async function runServerProgram(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { child, output } = spawnServer(env)
  const [code] = await once(child, 'close') as [number | null]
  return { code, output: output() }
}

interface As {
  fileKib?: number
  fold?: string
}

function spawnServer(env: Record<string, string>, { fileKib, fold }: As = {}): { child: ChildProcess; output: () => string } {
  const command = [process.execPath, '--import', 'tsx', ...fold === undefined ? [] : ['--import', './test/support/otherFold.mjs'], 'server/main.ts']
  // `ulimit -f` counts blocks of 512 bytes; without the trap a write beyond it would end the process.
  const limited = fileKib === undefined ? command : ['sh', '-c', `trap '' XFSZ; ulimit -f ${fileKib * 2}; exec "$0" "$@"`, ...command]
  const child = spawn(limited[0]!, limited.slice(1), {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', PORT: '0', DISTRICT_DIR: TINY_DISTRICT, ...fold !== undefined && { FOLD: fold }, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => text += String(chunk))
  return { child, output: () => text }
}
