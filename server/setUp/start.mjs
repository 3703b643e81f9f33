import { join, resolve } from 'node:path'
import process from 'node:process'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { progress } from './progress.mjs'
import { startServer } from './startServer.mjs'
import { startSimulator } from './startSimulator.mjs'
import { untilToldToEnd } from './untilToldToEnd.mjs'

/** Everything behind `npm start`; answers the exit code once all has ended. `root` ends in a slash. */
export async function start(root) {
  const signal = untilToldToEnd()
  try {
    await install(root, { say: progress, signal })
    await build(root, { say: progress, signal })
  }
  catch (error) {
    console.error(`\n${error.message}`)
    return 1
  }
  if (signal.aborted) {
    console.log(`\nWangge ends before it has begun: ${signal.reason}.`)
    return 130
  }

  const server = startServer(root)
  const simulator = simulates(process.env) ? startSimulator(root, { env: process.env, server }) : undefined

  await Promise.race([server.ended, aborted(signal)])
  if (signal.aborted)
    console.log(`Wangge ends: ${signal.reason}.`)
  else if (server.diedBy)
    console.error(deathWords(server.diedBy, process.env, root))
  await simulator?.stop()
  if (!signal.aborted)
    return server.ended
  if (await server.stop())
    return 0
  console.error('The server did not end in time and was killed; what was accepted is kept.')
  return 1
}

/** The server tells of its own ends; of this one it could not. */
function deathWords(signal, { DATA_DIR, REDIS_URL }, root) {
  const log = join(resolve(root, DATA_DIR?.trim() || './data'), 'logs/server.log')
  const why = signal === 'SIGKILL' ? ' (somebody killed it, or the system for want of memory)' : ''
  const check = REDIS_URL?.trim() ? '' : 'npm run log:check says whether the log is whole, '
  return `The server died of ${signal}${why}; its last words are in ${log}. What was accepted is kept: ${check}npm start starts it again.`
}

/** The demo district is alive unless told otherwise; a district of one's own only when asked for by name. */
function simulates({ SIMULATOR, DISTRICT_DIR }) {
  return SIMULATOR?.trim() ? SIMULATOR.trim() === 'on' : !DISTRICT_DIR?.trim()
}

function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted)
      resolve()
    else
      signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
