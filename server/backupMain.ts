import type { Config } from './config/config.ts'
import type { BackupSource } from './log/backup/BackupSource.ts'
import { join } from 'node:path'
import process from 'node:process'
import { systemClock } from './clock.ts'
import { BackupError } from './log/backup/BackupError.ts'
import { redisSource } from './log/backup/redisSource.ts'
import { writeBackup } from './log/backup/writeBackup.ts'
import { isNew } from './log/embedded/isNew.ts'
import { districtOf } from './log/embedded/mark/keptDistrict.ts'
import { refuseOther } from './log/embedded/refuseOther.ts'
import { snapshotOf } from './log/embedded/snapshotOf.ts'
import { damageWords } from './log/embedded/walk/damageWords.ts'
import { runWalk } from './log/embedded/walk/runWalk.ts'
import { openEventLog } from './log/openEventLog.ts'
import { runOnFile } from './runOnFile.ts'

/** `npm run backup -- FILE`: the district's log, archive, attachments and checkpoints in one file, while servers go on. */
process.exitCode = await runOnFile(process.argv[2], {
  unnamed: 'Name the file to write: npm run backup -- FILE',
  failed: message => `The backup was not made: ${message}`,
}, async (path, config, district) => {
  await using source = await openSource(config, district)
  const { entries, files } = await writeBackup(path, { source, dataDir: config.dataDir, district, at: systemClock.now() })
  return `${path} holds ${entries} entries and ${files} files of district ${district}; npm run restore -- ${path} puts them into an empty log.`
})

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
