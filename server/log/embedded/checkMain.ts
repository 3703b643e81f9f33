import { join } from 'node:path'
import process from 'node:process'
import { toConfig } from '../../config/config.ts'
import { readEnv } from '../../config/env.ts'
import { isNew } from './isNew.ts'
import { damageWords } from './walk/damageWords.ts'
import { runWalk } from './walk/runWalk.ts'
import { wholeWords } from './walk/wholeWords.ts'

/** `npm run log:check`: says in one sentence whether the embedded log of DATA_DIR is whole; exit 0 if it is. Changes nothing; a server may run meanwhile. */
process.exitCode = await main()

async function main(): Promise<number> {
  const read = toConfig(readEnv())
  if ('faults' in read) {
    console.error(read.faults.join('\n'))
    return 1
  }
  const path = join(read.config.dataDir, 'log')
  if (isNew(path)) {
    console.error(`There is no embedded log in ${path}; set DATA_DIR to the folder that holds it${read.config.redisUrl ? ' (REDIS_URL is set: that log is in Redis)' : ''}.`)
    return 1
  }
  let report = await runWalk(path, false)
  // A server that trims just now takes away what the mark, read a moment before, still spoke of.
  if (report.faults.length > 0)
    report = await runWalk(path, false)
  const damage = damageWords(path, report)
  console.log(damage ?? wholeWords(path, report))
  return damage === undefined ? 0 : 1
}
