/**
 * `npm start`: from a bare checkout to a living wall. Plain JavaScript, since it runs before anything is installed.
 * Install → build what is out of date → server → simulator (demo district only). What each child writes:
 * the server speaks plain words on this screen and logs to DATA_DIR/logs/server.log, the simulator to DATA_DIR/logs/simulator.log.
 * Ctrl-C or SIGTERM ends both; a child may hear the terminal's SIGINT and our SIGTERM and takes them as one.
 */
import { fileURLToPath } from 'node:url'
import { unfitNode } from './setUp/unfitNode.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const unfit = unfitNode(process.versions.node)

if (unfit) {
  console.error(unfit)
  process.exitCode = 1
}
else {
  const { start } = await import('./setUp/start.mjs')
  process.exitCode = await start(root)
}
