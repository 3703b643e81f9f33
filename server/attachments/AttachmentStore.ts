import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Errors of a disk that takes nothing more. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Files of matters below DATA_DIR/attachments, each matter in a folder of its own, each file named by the SHA-256 of its bytes. */
export class AttachmentStore {
  private readonly directory: string
  private drafts = 0

  constructor(dataDir: string) {
    this.directory = join(dataDir, 'attachments')
  }

  /** On disk, whole, when this resolves; `full` if the disk takes no more, and then nothing is left of it. */
  async put(incident: string, hash: string, bytes: Buffer): Promise<'kept' | 'full'> {
    const folder = this.folder(incident)
    const draft = join(folder, `.${process.pid}-${++this.drafts}.draft`)
    try {
      await mkdir(folder, { recursive: true })
      await writeWhole(draft, bytes)
      await rename(draft, join(folder, hash))
      return 'kept'
    }
    catch (error) {
      await rm(draft, { force: true })
      if (FULL.has((error as NodeJS.ErrnoException).code ?? ''))
        return 'full'
      throw error
    }
  }

  /** Whether such a file of a matter is kept here. */
  async has(incident: string, hash: string): Promise<boolean> {
    return await stat(join(this.folder(incident), hash)).then(file => file.isFile(), () => false)
  }

  async get(incident: string, hash: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.folder(incident), hash))
    }
    catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT')
        return undefined
      throw error
    }
  }

  remove(incident: string, hash: string): Promise<void> {
    return rm(join(this.folder(incident), hash), { force: true })
  }

  /** An incident's id is anybody's text: no path is made of it. */
  private folder(incident: string): string {
    return join(this.directory, createHash('sha256').update(incident).digest('hex').slice(0, 32))
  }
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  }
  finally {
    await file.close()
  }
}
