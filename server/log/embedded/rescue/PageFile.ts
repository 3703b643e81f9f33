import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export const PAGE = 4096

/** The pages of a file of LMDB, read as bytes: nothing that stands in it can end the process. */
export class PageFile implements Disposable {
  readonly pages: number
  readonly #file: number

  constructor(path: string) {
    this.#file = openSync(path, 'r')
    this.pages = Math.floor(fstatSync(this.#file).size / PAGE)
  }

  /** So many pages from `first` on, or fewer where the file ends. */
  read(first: number, count: number): Buffer {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(count, this.pages - first)) * PAGE)
    let done = 0
    while (done < bytes.length) {
      const read = readSync(this.#file, bytes, done, bytes.length - done, first * PAGE + done)
      if (read === 0)
        break
      done += read
    }
    return bytes.subarray(0, done)
  }

  [Symbol.dispose](): void {
    closeSync(this.#file)
  }
}
