import { linkSync, lstatSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isDiskFull } from '../../isDiskFull.ts'
import { LogUnavailableError } from '../LogUnavailableError.ts'

/** Directories locked by this process: its own pid in a file proves nothing, for a container's new process often has its dead one's. */
const heldHere = new Set<string>()

/**
 * Lets one process alone use a directory, by a file that holds its pid. The file of a dead process is taken over,
 * so a start after kill -9 needs nobody.
 */
export class DirectoryLock implements Disposable {
  readonly #file: string
  readonly #content: string

  /** @throws LogUnavailableError if another live process, or this one, holds the directory */
  constructor(directory: string) {
    mkdirSync(directory, { recursive: true })
    this.#file = join(directory, 'lock')
    this.#content = `${process.pid} ${startOf(process.pid)} ${hostname()}\n`
    if (!this.#create()) {
      this.#removeIfStale(directory)
      if (!this.#create())
        throw inUse(directory, 'another process')
    }
    heldHere.add(this.#file)
  }

  [Symbol.dispose](): void {
    if (heldHere.delete(this.#file) && read(this.#file) === this.#content)
      rmSync(this.#file, { force: true })
  }

  /** By a link, so that the file is never seen half written. */
  #create(): boolean {
    const draft = `${this.#file}.${process.pid}`
    try {
      writeFileSync(draft, this.#content)
      linkSync(draft, this.#file)
      return true
    }
    catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST')
        return false
      if (isDiskFull(error))
        return this.#createWithoutRoom()
      throw error
    }
    finally {
      rmSync(draft, { force: true })
    }
  }

  /** A disk without room for one byte more still has it for a short link, whose target is the text: what is there can be served. */
  #createWithoutRoom(): boolean {
    try {
      symlinkSync(this.#content, this.#file)
      return true
    }
    catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST')
        return false
      throw error
    }
  }

  #removeIfStale(directory: string): void {
    const seen = read(this.#file)
    const [pid, start, host] = seen.trim().split(' ')
    if (heldHere.has(this.#file))
      throw inUse(directory, 'this process')
    if (host !== undefined && host !== hostname())
      throw inUse(directory, `process ${pid} on ${host}`, `if that machine or container is gone, delete ${this.#file}`)
    if (Number(pid) !== process.pid && isAlive(Number(pid), start))
      throw inUse(directory, `process ${pid}`)
    this.#moveAway(seen)
  }

  /** Renamed first: of two processes that both judged one stale file, the second must not delete the first one's new lock. */
  #moveAway(judged: string): void {
    const aside = `${this.#file}.stale.${process.pid}`
    try {
      renameSync(this.#file, aside)
      if (read(aside) !== judged)
        linkSync(aside, this.#file)
    }
    catch (error) {
      if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw error
    }
    finally {
      rmSync(aside, { force: true })
    }
  }
}

function inUse(directory: string, by: string, fix = 'stop it, or set DATA_DIR to another directory'): LogUnavailableError {
  return new LogUnavailableError(`The embedded log in ${directory} is in use by ${by}; ${fix}.`)
}

function read(file: string): string {
  try {
    return lstatSync(file).isSymbolicLink() ? readlinkSync(file) : readFileSync(file, 'utf8')
  }
  catch {
    return ''
  }
}

function isAlive(pid: number, start: string | undefined): boolean {
  try {
    process.kill(pid, 0)
  }
  catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && startOf(pid) === start
  }
  return startOf(pid) === start
}

/** When a process started, in ticks since boot, so that a pid given anew is told apart; `-` where there is no /proc. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-'
}
