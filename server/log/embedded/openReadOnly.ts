import type { RootDatabase } from 'lmdb'
import { join } from 'node:path'
import { open } from 'lmdb'
import { MOST_DATABASES } from './mostStreams.ts'

/** The log's file for reading alone: nothing in it is changed, and a server may have it open meanwhile. @throws if LMDB does not take it for its own */
export function openReadOnly(path: string): RootDatabase {
  return open({ path: join(path, 'lmdb'), maxDbs: MOST_DATABASES, noSubdir: false, readOnly: true })
}
