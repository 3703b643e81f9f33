import type { RescueReport } from './rescue/rescueLog.ts'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { toConfig } from '../../config/config.ts'
import { readEnv } from '../../config/env.ts'
import { LogUnavailableError } from '../LogUnavailableError.ts'
import { EmbeddedEventLog } from './EmbeddedEventLog.ts'
import { districtOf } from './mark/keptDistrict.ts'
import { rescueLog } from './rescue/rescueLog.ts'

/** What stands beside the log and goes along; not checkpoints, which may have been folded from what was damaged, nor credentials. */
const BESIDE = ['archive', 'attachments', 'secrets', 'seen']

/** `npm run log:rescue -- --to DIR`: every entry of the embedded log of DATA_DIR that can be read, into a new DATA_DIR. The damaged one is only read. */
process.exitCode = await main()

async function main(): Promise<number> {
  const read = toConfig(readEnv())
  if ('faults' in read)
    return failed(read.faults.join('\n'))
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values
  const from = resolve(read.config.dataDir)
  if (to === undefined || resolve(to) === from)
    return failed('Name a new folder: npm run log:rescue -- --to DIR')
  if (existsSync(to) && readdirSync(to).length > 0)
    return failed(`${to} is not empty; name a folder that does not exist yet.`)
  if (!existsSync(join(from, 'log/lmdb/data.mdb')))
    return failed(`There is no file of an embedded log in ${join(from, 'log/lmdb')}; set DATA_DIR to the folder that holds it, or restore a backup (npm run restore -- FILE).`)
  try {
    const districtCode = districtOf(join(from, 'log/marks'))
    const clock = { now: () => Date.now() }
    await using into = new EmbeddedEventLog({ dataDir: to, clock, ...(districtCode !== undefined && { districtCode }) })
    const { streams, unattributed } = await rescueLog(join(from, 'log'), into)
    await into.epoch()
    for (const folder of BESIDE) {
      if (existsSync(join(from, folder)))
        cpSync(join(from, folder), join(to, folder), { recursive: true })
    }
    console.log([...streams.map(wordsOf), ...unattributed > 0 ? [`${unattributed} entries can be read, but nothing says in which stream they stood: they were left out.`] : []].join('\n'))
    console.log(`Written to ${to}: start with DATA_DIR=${to} npm start. ${from} was not changed.`)
    return 0
  }
  catch (error) {
    if (error instanceof LogUnavailableError)
      return failed(error.message)
    throw error
  }
}

function wordsOf({ stream, held, written, whole }: RescueReport): string {
  return held === undefined
    ? `${stream}: ${written} entries; no mark says how many it held.`
    : `${stream}: ${written} of ${Math.max(held, written)} entries, ${whole} of them certainly as they were written.`
}

function failed(words: string): number {
  console.error(words)
  return 1
}
