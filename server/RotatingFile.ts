import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { isDiskFull } from './isDiskFull.ts'

const MOST_BYTES = 8 * 1024 * 1024

/**
 * A file of lines that is never larger than twice its bound: when full it becomes `….1`, and the one before that is gone.
 * A line that cannot be written, as on a full disk, is counted and left out; it never ends the process, and the next line is tried again.
 */
export class RotatingFile {
  /** Lines that were left out, of all such files of this process. */
  static lost = 0
  private file: number | undefined
  private bytes = 0

  /** @throws Error if the file cannot be opened for another reason than a full disk */
  constructor(private readonly path: string, private readonly mostBytes = MOST_BYTES) {
    try {
      this.open()
    }
    catch (error) {
      if (!isDiskFull(error))
        throw error
    }
  }

  /** False if the line was left out. */
  write(line: string): boolean {
    try {
      this.writeWhole(this.file ?? this.open(), line)
    }
    catch {
      RotatingFile.lost++
      return false
    }
    if (this.bytes >= this.mostBytes)
      this.rotate()
    return true
  }

  private open(): number {
    mkdirSync(dirname(this.path), { recursive: true })
    this.file = openSync(this.path, 'a')
    this.bytes = fstatSync(this.file).size
    return this.file
  }

  /** A disk that is nearly full takes the beginning of a line: what is tried again later would not begin on a line of its own. */
  private writeWhole(file: number, line: string): void {
    const bytes = Buffer.from(line)
    const written = writeSync(file, bytes)
    if (written < bytes.length) {
      ftruncateSync(file, this.bytes)
      throw new Error('no room for the whole line')
    }
    this.bytes += written
  }

  /** The next line opens the new file; where the old one cannot be moved it goes on growing, and that is tried again. */
  private rotate(): void {
    try {
      renameSync(this.path, `${this.path}.1`)
      closeSync(this.file!)
      this.file = undefined
    }
    catch {}
  }
}
