import process from 'node:process'
import { randomUUID } from 'node:crypto'
import { systemClock } from './clock.ts'
import { restoreBackup } from './log/backup/restoreBackup.ts'
import { openEventLog } from './log/openEventLog.ts'
import { runOnFile } from './runOnFile.ts'

/** `npm run restore -- FILE`: what a backup holds, into the empty log of DATA_DIR, or of REDIS_URL. */
process.exitCode = await runOnFile(process.argv[2], {
  unnamed: 'Name the file to restore: npm run restore -- FILE',
  failed: message => `The restore did not come to an end: ${message}. What it wrote is not whole: empty that log and run it again.`,
}, async (path, { redisUrl, dataDir }, district) => {
  await using log = await openEventLog({ redisUrl, dataDir, districtCode: district, clock: systemClock })
  const { entries, files, renamed, at } = await restoreBackup(path, { log, dataDir, district, holder: randomUUID() })
  return `${entries} entries and ${files} files as they stood at ${at} are in the log (${log.description})${renamed > 0 ? `; ${renamed} of them under another id, since theirs does not fit into its millisecond there` : ''}. npm start serves them.`
})
