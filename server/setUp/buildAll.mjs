/** The building half of `npm run build`: everything, up to date or not. */
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { progress } from './progress.mjs'

try {
  await build(fileURLToPath(new URL('../..', import.meta.url)), { say: progress, everything: true })
}
catch (error) {
  console.error(`\n${error.message}`)
  process.exitCode = 1
}
