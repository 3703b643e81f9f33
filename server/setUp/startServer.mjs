import { spawn } from 'node:child_process'
import { end } from './end.mjs'

const GRACE_MS = 15_000

/**
 * The server as a child on this screen. `listening` settles with the address it tells (`process.send({ url })`),
 * `ended` with its exit code; `stop` answers false if it had to be killed. `diedBy` is the signal that ended it, if one did that nobody here sent.
 */
export function startServer(root) {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', './server/setUp/endWithParent.mjs', 'dist/server/main.js'],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  const listening = new Promise(resolve => child.on('message', ({ url }) => url && resolve(url)))
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', code => resolve(code ?? 1))
  })
  return { listening, ended, stop: () => end(child, GRACE_MS), get diedBy() { return child.signalCode } }
}
