import type { EventLog, Fence } from '../EventLog.ts'
import type { BackupRecord } from './BackupRecord.ts'
import { mkdir, open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BackupError } from './BackupError.ts'
import { readBackup } from './readBackup.ts'
import { TRANSIENT } from './transient.ts'

/** A server that lives on this log holds it. */
const SERVED = 'tenure'
const HELD_MS = 60_000
const FILE = /^(?:archive|attachments)(?:\/(?!\.{1,2}(?:\/|$))[^/\\:]+)+$/
const KEPT_CHECKPOINTS = 1_000_000

export interface Restored {
  entries: number
  files: number
  /** Entries whose id this home cannot hold. */
  renamed: number
  at: string
}

/**
 * Puts a backup into a log that is empty and that nobody serves, under a new epoch. The file is read through once before anything is written.
 * @throws BackupError
 */
export async function restoreBackup(path: string, { log, dataDir, district, holder }: { log: EventLog, dataDir: string, district: string, holder: string }): Promise<Restored> {
  const head = await verified(path)
  if (head.district !== district)
    throw new BackupError(`${path} is a backup of district ${head.district}, and the data set is that of ${district}; set DISTRICT_DIR to the data set of ${head.district}.`)
  // Asked for again before each write that it stands for: a large backup takes longer than any lease.
  const held = async (): Promise<Fence> => {
    const lease = await log.acquireLease(SERVED, holder, HELD_MS)
    if (!lease)
      throw new BackupError(`The log (${log.description}) is being served; stop every server on it, wait ten seconds and run the same command again.`)
    return { lease: SERVED, token: lease.token }
  }
  await held()
  await refuseUnlessEmpty(log, dataDir)
  const done: Restored = { entries: 0, files: 0, renamed: 0, at: head.at }
  const bodies = new Bodies(readBackup(path))
  const trims: [stream: string, before: string][] = []
  for (let record = await bodies.next(); record; record = await bodies.next()) {
    switch (record.kind) {
      case 'entries': {
        const { stream } = record
        const entries = record.entries.filter(({ tooLarge }) => tooLarge === undefined)
        const { renamed } = await log.importEntries(stream, entries.map(entry => ({ stream, ...entry })))
        done.entries += entries.length
        done.renamed += renamed
        break
      }
      case 'trimmed':
        trims.push([record.stream, record.before])
        break
      case 'checkpoint': {
        const { kind: _, ...checkpoint } = record
        await log.putCheckpoint({ ...checkpoint, body: await bodies.whole() }, KEPT_CHECKPOINTS, await held())
        break
      }
      case 'secret':
        await log.secret(record.name, await bodies.whole())
        break
      case 'file':
        await writeFile(dataDir, record.path, bodies.parts())
        done.files++
        break
      case 'head':
      case 'part':
      case 'end':
    }
  }
  for (const [stream, before] of trims)
    await log.trim(stream, before, await held())
  await log.renewEpoch(await log.epoch())
  await log.releaseLease(SERVED, holder)
  return done
}

async function verified(path: string): Promise<BackupRecord & { kind: 'head' }> {
  let head: BackupRecord | undefined
  for await (const record of readBackup(path))
    head ??= record
  return head as BackupRecord & { kind: 'head' }
}

async function refuseUnlessEmpty(log: EventLog, dataDir: string): Promise<void> {
  const streams = (await log.streams()).filter(stream => !TRANSIENT.has(stream))
  if (streams.length > 0)
    throw new BackupError(`The log (${log.description}) is not empty: it holds ${streams.join(', ')}; restore into a new DATA_DIR, or into another database of Redis, and start with that.`)
  for (const folder of ['archive', 'attachments']) {
    if ((await readdir(join(dataDir, folder)).catch(() => [])).length > 0)
      throw new BackupError(`${join(dataDir, folder)} is not empty; set DATA_DIR to a new folder, or move that one away.`)
  }
}

async function writeFile(dataDir: string, path: string, parts: AsyncIterable<Uint8Array>): Promise<void> {
  if (!FILE.test(path))
    throw new BackupError(`The backup names a file outside its folders (${path}); nothing more was restored.`)
  await mkdir(dirname(join(dataDir, path)), { recursive: true })
  const file = await open(join(dataDir, path), 'w')
  try {
    for await (const part of parts)
      await file.writeFile(part)
    await file.sync()
  }
  finally {
    await file.close()
  }
}

/** Records with the parts that follow them. */
class Bodies {
  readonly #records: AsyncGenerator<BackupRecord>

  constructor(records: AsyncGenerator<BackupRecord>) {
    this.#records = records
  }

  async next(): Promise<BackupRecord | undefined> {
    const { value, done } = await this.#records.next()
    return done ? undefined : value
  }

  async* parts(): AsyncGenerator<Uint8Array> {
    for (let record = await this.next(); record?.kind === 'part'; record = await this.next()) {
      yield Buffer.from(record.base64, 'base64')
      if (record.last)
        return
    }
  }

  async whole(): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    for await (const part of this.parts())
      parts.push(part)
    return Buffer.concat(parts)
  }
}
