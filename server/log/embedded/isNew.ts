import { statSync } from 'node:fs'
import { join } from 'node:path'
import { markedStreams } from './mark/readMark.ts'

/** Whether nothing was ever kept in this folder `log`. */
export function isNew(path: string): boolean {
  return (statSync(join(path, 'lmdb/data.mdb'), { throwIfNoEntry: false })?.size ?? 0) === 0 && markedStreams(join(path, 'marks')).length === 0
}
