import type { BackupRecord } from './BackupRecord.ts'
import type { Hash } from 'node:crypto'
import type { Gzip } from 'node:zlib'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createGzip } from 'node:zlib'

const PART = 192 * 1024

/** Writes a backup, readable by its owner alone; under its own name once it is whole and on the disk. */
export class BackupWriter {
  lines = 0
  readonly #path: string
  readonly #gzip: Gzip = createGzip({ level: 3 })
  readonly #hash: Hash = createHash('sha256')
  readonly #written: Promise<unknown>
  #failed: Error | undefined

  constructor(path: string) {
    this.#path = path
    const file = createWriteStream(this.#draft, { mode: 0o600 })
    this.#written = once(file, 'close')
    for (const stream of [file, this.#gzip]) {
      stream.on('error', (error: Error) => {
        this.#failed = error
        this.#gzip.destroy()
      })
    }
    this.#gzip.pipe(file)
  }

  async write(record: BackupRecord): Promise<void> {
    const line = `${JSON.stringify(record)}\n`
    this.#hash.update(line)
    this.lines++
    if (this.#failed)
      throw this.#failed
    if (!this.#gzip.write(line))
      await this.#drained()
  }

  /** What belongs to the record before it. */
  async body(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    let held: Uint8Array | undefined
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length; at += PART) {
        if (held)
          await this.write({ kind: 'part', base64: Buffer.from(held).toString('base64'), last: false })
        held = chunk.subarray(at, at + PART)
      }
    }
    await this.write({ kind: 'part', base64: Buffer.from(held ?? []).toString('base64'), last: true })
  }

  async end(): Promise<void> {
    await this.write({ kind: 'end', sha256: this.#hash.copy().digest('hex'), lines: this.lines })
    this.#gzip.end()
    await this.#written
    if (this.#failed)
      throw this.#failed
    const file = await open(this.#draft, 'r+')
    await file.sync()
    await file.close()
    await rename(this.#draft, this.#path)
  }

  async discard(): Promise<void> {
    this.#gzip.destroy()
    await rm(this.#draft, { force: true })
  }

  async #drained(): Promise<void> {
    const waiting = new AbortController()
    try {
      await Promise.race([once(this.#gzip, 'drain', waiting), once(this.#gzip, 'close', waiting)])
    }
    finally {
      waiting.abort()
    }
  }

  get #draft(): string {
    return `${this.#path}.part`
  }
}
