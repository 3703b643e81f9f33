import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { end } from './end.mjs'
import { startWords } from './startWords.mjs'

/** Two days: the past 24 h, and the 24 h before, which charts show them against. */
const BACKFILL = 'PT48H'
const GRACE_MS = 5000
const POLL_MS = 300
const LOG_BYTES = 8 * 1024 * 1024
/** How long a simulator must have lived for its next death to count as a first one. */
const SETTLED_MS = 60_000
const LONGEST_WAIT_MS = 60_000

/**
 * The simulator, a process that uses only the public ways in: starts when `server` is ready, starts again with back-off
 * when it dies, ends with `stop` or with the server. Whether to back-fill the past day it decides from its own state file.
 */
export function startSimulator(root, { env, server }) {
  const gone = new AbortController()
  void server.ended.then(() => gone.abort())
  const data = resolve(root, env.DATA_DIR?.trim() || './data')
  const log = join(data, 'logs/simulator.log')
  let child

  const living = (async () => {
    // The server names its own address: another program may be answering at the one that was asked for.
    const url = await Promise.race([server.listening, server.ended.then(() => '')])
    await ready(url, gone.signal)
    for (let deaths = 0; !gone.signal.aborted; deaths++) {
      const began = performance.now()
      child = spawnSimulator(root, { url, state: stateFile(data, env), log, district: env.DISTRICT_DIR?.trim() })
      const code = await new Promise((done) => {
        child.once('error', () => done(1))
        child.once('exit', (code, signal) => done(code ?? signal))
      })
      if (gone.signal.aborted)
        return
      if (performance.now() - began > SETTLED_MS)
        deaths = 0
      const wait = Math.min(1000 * 2 ** deaths, LONGEST_WAIT_MS)
      console.error(startWords().simulatorStopped({ code, seconds: wait / 1000, log }))
      await pause(wait, gone.signal)
    }
  })()

  return {
    async stop() {
      gone.abort()
      if (child)
        await end(child, GRACE_MS)
      await living
    },
  }
}

function spawnSimulator(root, { url, state, log, district }) {
  const out = openLog(log)
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      '--import',
      './server/setUp/endWithParent.mjs',
      'dist/server/simulator.js',
      ...['--url', url, '--backfill', BACKFILL, '--seed', '7', '--speed', '1', '--state', state],
      ...(district ? ['--district', district] : []),
    ],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', out, out, 'ipc'] },
  )
  if (out !== 'ignore')
    closeSync(out)
  return child
}

/** One a log: what was sent into an embedded log was not sent into a Redis. */
function stateFile(data, { REDIS_URL }) {
  const log = REDIS_URL?.trim() ? createHash('sha256').update(REDIS_URL.trim()).digest('hex').slice(0, 8) : 'embedded'
  return join(data, `simulator-${log}.json`)
}

/** On a full disk the simulator runs without a log. */
function openLog(file) {
  try {
    mkdirSync(join(file, '..'), { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES)
      renameSync(file, `${file}.1`)
    return openSync(file, 'a')
  }
  catch {
    return 'ignore'
  }
}

async function ready(url, signal) {
  while (!signal.aborted) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.any([signal, AbortSignal.timeout(2000)]) }).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.status === 200)
      return
    await pause(POLL_MS, signal)
  }
}

async function pause(ms, signal) {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
