import { join } from 'node:path'
import process from 'node:process'
import { systemClock } from './clock.ts'
import { toConfig } from './config/config.ts'
import { readEnv } from './config/env.ts'
import { DistrictError } from './district/DistrictError.ts'
import { BackupError } from './log/backup/BackupError.ts'
import { redisSource } from './log/backup/redisSource.ts'
import { writeBackup } from './log/backup/writeBackup.ts'
import { isNew } from './log/embedded/isNew.ts'
import { districtOf } from './log/embedded/mark/keptDistrict.ts'
import { refuseOther } from './log/embedded/refuseOther.ts'
import { snapshotOf } from './log/embedded/snapshotOf.ts'
import { damageWords } from './log/embedded/walk/damageWords.ts'
import { runWalk } from './log/embedded/walk/runWalk.ts'
import { LogUnavailableError } from './log/LogUnavailableError.ts'
import { openEventLog } from './log/openEventLog.ts'
import { openDistrict } from './openDistrict.ts'
import { packageRoot } from './config/packageRoot.ts'
import type { Config } from './config/config.ts'
import type { BackupSource } from './log/backup/BackupSource.ts'

/** `npm run backup -- FILE`: the district's log, archive, attachments and checkpoints in one file, while servers go on. */
process.exitCode = await main(process.argv[2])

async function main(path: string | undefined): Promise<number> {
  const read = toConfig(readEnv())
  if ('faults' in read)
    return failed(read.faults.join('\n'))
  if (path === undefined)
    return failed('Name the file to write: npm run backup -- FILE')
  try {
    const { code } = await openDistrict(read.config, packageRoot(import.meta.url))
    await using source = await openSource(read.config, code)
    const { entries, files } = await writeBackup(path, { source, dataDir: read.config.dataDir, district: code, at: systemClock.now() })
    console.log(`${path} holds ${entries} entries and ${files} files of district ${code}; npm run restore -- ${path} puts them into an empty log.`)
    return 0
  }
  catch (error) {
    if (error instanceof BackupError || error instanceof DistrictError || error instanceof LogUnavailableError)
      return failed(error.message)
    return failed(`The backup was not made: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A damaged log must not take the place of a good backup, so it is walked through first. */
async function openSource({ redisUrl, dataDir }: Config, districtCode: string): Promise<BackupSource> {
  if (redisUrl)
    return redisSource(await openEventLog({ redisUrl, dataDir, districtCode, clock: systemClock }))
  const path = join(dataDir, 'log')
  if (isNew(path))
    throw new BackupError(`There is no embedded log in ${path}; set DATA_DIR to the folder that holds it, or REDIS_URL.`)
  refuseOther(path, districtCode, districtOf(join(path, 'marks')))
  const damage = damageWords(path, await runWalk(path, false))
  if (damage !== undefined)
    throw new BackupError(damage)
  return snapshotOf(dataDir)
}

function failed(words: string): number {
  console.error(words)
  return 1
}
