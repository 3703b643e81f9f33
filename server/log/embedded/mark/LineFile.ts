import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'

const LONGEST_LINE = 200

/** A file of lines that grows at its end. A line that was cut off, by a crash or a full disk, is written over by the next one. */
export class LineFile implements Disposable {
  readonly #file: number
  #size: number

  constructor(path: string) {
    this.#file = openSync(path, openFlag(path))
    this.#size = endOfLastLine(this.#file)
  }

  /** @throws if the disk refuses; what then stands of the text does not count */
  append(text: string): void {
    const bytes = Buffer.from(text)
    for (let done = 0; done < bytes.length;)
      done += writeSync(this.#file, bytes, done, bytes.length - done, this.#size + done)
    this.#size += bytes.length
  }

  clear(): void {
    if (this.#size === 0)
      return
    ftruncateSync(this.#file, 0)
    this.#size = 0
  }

  [Symbol.dispose](): void {
    closeSync(this.#file)
  }
}

function openFlag(path: string): 'r+' | 'w+' {
  try {
    closeSync(openSync(path, 'r+'))
    return 'r+'
  }
  catch {
    return 'w+'
  }
}

function endOfLastLine(file: number): number {
  const { size } = fstatSync(file)
  const tail = Buffer.alloc(Math.min(size, LONGEST_LINE))
  readSync(file, tail, 0, tail.length, size - tail.length)
  const end = size - tail.length + tail.lastIndexOf(0x0A) + 1
  if (end < size)
    ftruncateSync(file, end)
  return end
}
