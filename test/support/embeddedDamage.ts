import { closeSync, openSync, readSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export const dataFile = (dataDir: string): string => join(dataDir, 'log/lmdb/data.mdb')

/** Ways in which a disk, or somebody, spoils the file of an embedded log. `chance` gives numbers from 0 to 1. */
export const DAMAGES: Readonly<Record<string, (file: string, chance: () => number) => void>> = {
  'half of it is gone': file => truncateSync(file, Math.floor(statSync(file).size / 2)),
  'its last 64 KiB are gone': file => truncateSync(file, statSync(file).size - 65_536),
  'it is empty': file => truncateSync(file, 0),
  'it is gone': file => rmSync(file),
  'its first page is zero': file => overwrite(file, 0, Buffer.alloc(4096)),
  'both of its heads are garbled': file => overwrite(file, 0, Buffer.alloc(8192, 0x5A)),
  '200 bits are flipped': (file, chance) => flipBits(file, 200, chance),
}

/** In pages behind the two heads. */
function flipBits(file: string, count: number, chance: () => number): void {
  const { size } = statSync(file)
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  for (let i = 0; i < count; i++) {
    const at = 8192 + Math.floor(chance() * (size - 8192))
    readSync(handle, byte, 0, 1, at)
    byte[0]! ^= 1 << (i % 8)
    writeSync(handle, byte, 0, 1, at)
  }
  closeSync(handle)
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}
