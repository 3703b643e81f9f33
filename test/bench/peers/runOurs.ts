import type { RunVariant } from './Variant.ts'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toConfig } from '../../../server/config/config.ts'
import { startServer } from '../../../server/startServer.ts'

/** The product: the whole server, as `npm start` runs it, on the same Redis. It reads, checks, places, folds, redacts, paces. */
export const runOurs: RunVariant = async ({ redisUrl }) => {
  const read = toConfig({ PORT: '0', REDIS_URL: redisUrl, DATA_DIR: await mkdtemp(join(tmpdir(), 'wangge-bench-')), SIMULATOR: 'off' })
  if ('faults' in read)
    throw new Error(read.faults.join('\n'))
  return startServer(read.config)
}
