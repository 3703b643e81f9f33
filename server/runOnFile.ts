import type { Config } from './config/config.ts'
import { toConfig } from './config/config.ts'
import { readEnv } from './config/env.ts'
import { packageRoot } from './config/packageRoot.ts'
import { DistrictError } from './district/DistrictError.ts'
import { BackupError } from './log/backup/BackupError.ts'
import { LogUnavailableError } from './log/LogUnavailableError.ts'
import { openDistrict } from './openDistrict.ts'

interface Words {
  /** What to say where no file was named. */
  unnamed: string
  /** What to say of a fault that nobody foresaw. */
  failed: (message: string) => string
}

/** A command on one file and the log of the settings: prints what `work` answers, or what is wrong. Answers the exit code. */
export async function runOnFile(path: string | undefined, { unnamed, failed }: Words, work: (path: string, config: Config, districtCode: string) => Promise<string>): Promise<number> {
  const read = toConfig(readEnv())
  if ('faults' in read)
    return say(read.faults.join('\n'))
  if (path === undefined)
    return say(unnamed)
  try {
    const { code } = await openDistrict(read.config, packageRoot(import.meta.url))
    console.log(await work(path, read.config, code))
    return 0
  }
  catch (error) {
    if (error instanceof BackupError || error instanceof DistrictError || error instanceof LogUnavailableError)
      return say(error.message)
    return say(failed(error instanceof Error ? error.message : String(error)))
  }
}

function say(words: string): number {
  console.error(words)
  return 1
}
