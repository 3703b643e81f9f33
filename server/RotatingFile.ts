import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const MOST_BYTES = 8 * 1024 * 1024

/** A log file that is never larger than twice its bound: when full it becomes `….1`, and the one before that is gone. */
export class RotatingFile {
  private file: number
  private bytes: number

  constructor(private readonly path: string, private readonly mostBytes = MOST_BYTES) {
    mkdirSync(dirname(path), { recursive: true })
    this.bytes = existsSync(path) ? statSync(path).size : 0
    this.file = openSync(path, 'a')
  }

  write(line: string): void {
    this.bytes += writeSync(this.file, line)
    if (this.bytes < this.mostBytes)
      return
    closeSync(this.file)
    renameSync(this.path, `${this.path}.1`)
    this.file = openSync(this.path, 'a')
    this.bytes = 0
  }
}
