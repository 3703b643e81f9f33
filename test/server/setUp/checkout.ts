import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('../../..', import.meta.url))

/** Stands in for Vite: "builds" by copying the sources, and notes that it was called. */
const builder = `
import { appendFileSync, cpSync, mkdirSync } from 'node:fs'
const what = process.argv.includes('--ssr') ? 'server' : process.argv.includes('fold') ? 'fold' : 'client'
appendFileSync('builds.txt', what + '\\n')
mkdirSync('dist/client', { recursive: true })
cpSync('server/main.mjs', 'dist/server/main.js')
cpSync('server/simulator.mjs', 'dist/server/simulator.js')
cpSync('server/main.mjs', 'dist/client/index.html')
cpSync('server/main.mjs', 'dist/fold.js')
`

const server = `
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
if (process.env.REFUSE) {
  console.error('A sentence with the fix.')
  process.exit(3)
}
const server = createServer((_, answer) => answer.end('{}')).listen(0, '127.0.0.1', () => {
  console.log('server ' + process.pid)
  process.send({ url: 'http://127.0.0.1:' + server.address().port })
})
process.on('SIGTERM', () => process.env.DEAF || process.exit(0))
setInterval(() => appendFileSync('ticks.txt', '.'), 100)
`

const simulator = `
console.log('simulator ' + process.pid + ' ' + process.argv.slice(2).join(' '))
setInterval(() => undefined, 1000)
process.on('SIGTERM', () => process.exit(0))
`

/** A small checkout with the real `npm start` inside, and programs of a few lines where the product would stand. */
export interface Checkout extends AsyncDisposable {
  readonly root: string
  write: (file: string, text: string) => Promise<void>
  /** The text of a file, empty while there is none. */
  read: (file: string) => Promise<string>
  start: (env?: Record<string, string>) => Started
  /** Runs a line of shell there, in a process group of its own. */
  shell: (line: string) => Started
}

export interface Started {
  child: ChildProcess
  screen: () => string
  /** Exit code, or the signal's name. */
  ended: Promise<number | string>
}

export async function checkout(): Promise<Checkout> {
  const root = `${await mkdtemp(join(tmpdir(), 'wangge-start-'))}/`
  const started: Started[] = []
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  const lock = JSON.stringify({ packages: { '': {}, 'node_modules/vite': { version: '1.0.0' } } })
  await cp(join(here, 'server/start.mjs'), join(root, 'server/start.mjs'))
  await cp(join(here, 'server/setUp'), join(root, 'server/setUp'), { recursive: true })
  const { scripts } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  await write('package.json', JSON.stringify({ name: 'checkout', type: 'module', scripts: { start: scripts.start } }))
  await write('package-lock.json', lock)
  await write('node_modules/.package-lock.json', lock)
  await write('node_modules/vite/bin/vite.js', builder)
  await write('node_modules/vite/package.json', '{"type":"module"}')
  await write('server/main.mjs', server)
  await write('server/simulator.mjs', simulator)
  await write('client/index.html', '')
  await write('shared/fold.ts', '')
  return {
    root,
    write,
    read: file => readFile(join(root, file), 'utf8').catch(() => ''),
    start(env) {
      const run = startIn(root, env)
      started.push(run)
      return run
    },
    shell(line) {
      const run = startIn(root, {}, ['sh', '-c', line])
      started.push(run)
      return run
    },
    async [Symbol.asyncDispose]() {
      for (const { child } of started)
        child.kill('SIGTERM')
      await Promise.all(started.map(({ ended }) => ended))
      await rm(root, { recursive: true, force: true })
    },
  }
}

function startIn(root: string, env: Record<string, string> = {}, command = [process.execPath, 'server/start.mjs']): Started {
  const { npm_lifecycle_event: _, SIMULATOR: _s, DISTRICT_DIR: _d, DATA_DIR: _a, LC_ALL: _l, LC_MESSAGES: _m, LANG: _g, ...inherited } = process.env
  const child = spawn(command[0]!, command.slice(1), { cwd: root, env: { ...inherited, ...env }, stdio: ['pipe', 'pipe', 'pipe'], detached: command[0] === 'sh' })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => text += chunk.toString())
  child.stderr.on('data', (chunk: Buffer) => text += chunk.toString())
  const ended = new Promise<number | string>(resolve => child.once('close', (code, signal) => resolve(code ?? signal ?? '')))
  return { child, screen: () => text, ended }
}
