import type { RunVariant } from './Variant.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toConfig } from '../../../server/config/config.ts'
import { startServer } from '../../../server/startServer.ts'

/** The product: the whole server, as `npm start` runs it, on the same Redis. It reads, checks, places, folds, redacts, paces. */
export const runOurs: RunVariant = async ({ redisUrl, districtDir }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wangge-bench-'))
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  const read = toConfig({ PORT: '0', REDIS_URL: redisUrl, DATA_DIR: dataDir, SIMULATOR: 'off', ...(districtDir && { DISTRICT_DIR: districtDir }) })
  if ('faults' in read)
    throw new Error(read.faults.join('\n'))
  return startServer(read.config)
}
