import { join, resolve } from 'node:path'
import process from 'node:process'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { progress } from './progress.mjs'
import { startServer } from './startServer.mjs'
import { startSimulator } from './startSimulator.mjs'
import { startWords } from './startWords.mjs'
import { untilToldToEnd } from './untilToldToEnd.mjs'

/** Everything behind `npm start`; answers the exit code once all has ended. `root` ends in a slash. */
export async function start(root) {
  const words = startWords()
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
    console.log(`\n${words.endsBefore(signal.reason)}`)
    return 130
  }

  const server = startServer(root)
  const simulator = simulates(process.env) ? startSimulator(root, { env: process.env, server }) : undefined

  await Promise.race([server.ended, aborted(signal)])
  if (signal.aborted)
    console.log(words.ends(signal.reason))
  else if (server.diedBy)
    console.error(deathWords(server.diedBy, process.env, root))
  await simulator?.stop()
  if (!signal.aborted)
    return server.ended
  if (await server.stop())
    return 0
  console.error(words.killed)
  return 1
}

/** The server tells of its own ends; of this one it could not. */
function deathWords(signal, { DATA_DIR, REDIS_URL }, root) {
  const log = join(resolve(root, DATA_DIR?.trim() || './data'), 'logs/server.log')
  return startWords().died({ signal, log, embedded: !REDIS_URL?.trim() })
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
