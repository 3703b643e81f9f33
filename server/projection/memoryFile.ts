import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { loss } from '../../shared/protocol/desk/loss.ts'

const memory = z.object({
  /** Epochs of the log that this server has known, the newest last. */
  epochs: z.array(z.string()).nonempty(),
  /** Last entry taken of each stream, and the hash of what stood there. */
  last: z.record(z.string(), z.string()),
  stands: z.record(z.string(), z.string()),
  /** Ids of the matters that were open. */
  open: z.array(z.string()),
  /** Losses that nobody had signed for. */
  losses: z.array(loss),
})

/** What a server last saw of its log. */
export type Memory = z.infer<typeof memory>

/** Where the memory of a log stands: one for each district and address, since another log under the same DATA_DIR is no loss of this one. */
export function memoryPath(dataDir: string, districtCode: string, address: string): string {
  return join(dataDir, 'seen', `${districtCode}-${createHash('sha1').update(address).digest('hex').slice(0, 8)}.json`)
}

/** Undefined where there is none, or none that can be read: it says nothing then, which is no loss. */
export async function readMemory(path: string): Promise<Memory | undefined> {
  try {
    return memory.safeParse(JSON.parse(await readFile(path, 'utf8'))).data
  }
  catch {
    return undefined
  }
}

/** By a whole file that takes the old one's place. @throws if the disk refuses */
export async function writeMemory(path: string, memory: Memory, { flush }: { flush: boolean }): Promise<void> {
  // A name of its own: servers may share the folder.
  const draft = `${path}.${randomUUID()}.draft`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(draft, JSON.stringify(memory), { flush })
    await rename(draft, path)
  }
  finally {
    await rm(draft, { force: true })
  }
}
