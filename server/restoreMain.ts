import process from 'node:process'
import { randomUUID } from 'node:crypto'
import { systemClock } from './clock.ts'
import { toConfig } from './config/config.ts'
import { readEnv } from './config/env.ts'
import { packageRoot } from './config/packageRoot.ts'
import { DistrictError } from './district/DistrictError.ts'
import { BackupError } from './log/backup/BackupError.ts'
import { restoreBackup } from './log/backup/restoreBackup.ts'
import { LogUnavailableError } from './log/LogUnavailableError.ts'
import { openEventLog } from './log/openEventLog.ts'
import { openDistrict } from './openDistrict.ts'

/** `npm run restore -- FILE`: what a backup holds, into the empty log of DATA_DIR, or of REDIS_URL. */
process.exitCode = await main(process.argv[2])

async function main(path: string | undefined): Promise<number> {
  const read = toConfig(readEnv())
  if ('faults' in read)
    return failed(read.faults.join('\n'))
  if (path === undefined)
    return failed('Name the file to restore: npm run restore -- FILE')
  const { redisUrl, dataDir } = read.config
  try {
    const { code } = await openDistrict(read.config, packageRoot(import.meta.url))
    await using log = await openEventLog({ redisUrl, dataDir, districtCode: code, clock: systemClock })
    const { entries, files, renamed, at } = await restoreBackup(path, { log, dataDir, district: code, holder: randomUUID() })
    console.log(`${entries} entries and ${files} files as they stood at ${at} are in the log (${log.description})${renamed > 0 ? `; ${renamed} of them under another id, since theirs does not fit into its millisecond there` : ''}. npm start serves them.`)
    return 0
  }
  catch (error) {
    if (error instanceof BackupError || error instanceof DistrictError || error instanceof LogUnavailableError)
      return failed(error.message)
    return failed(`The restore did not come to an end: ${error instanceof Error ? error.message : String(error)}. What it wrote is not whole: empty that log and run it again.`)
  }
}

function failed(words: string): number {
  console.error(words)
  return 1
}
