import type { Claim } from './Claim.ts'
import type { Cut } from './markLines.ts'
import type { Position } from '../position.ts'
import { mkdirSync } from 'node:fs'
import { BlockSum } from './BlockSum.ts'
import { LineFile } from './LineFile.ts'
import { toMarkLine } from './markLines.ts'
import { blocksFile, readMark, recentFile } from './readMark.ts'
import { writeMark } from './writeMark.ts'

const EVERY_MS = 1000
/** Lines of what is gone that may stand in a file. */
const MOST_DEAD = 200

interface StreamMarks {
  blocks: LineFile
  recent: LineFile
  /** Full blocks that no line says yet. */
  full: Claim[]
  open: BlockSum
  changed: boolean
}

/** Reads what a stream holds from `from` to `to`, both included. */
type Reader = (from: Position, to: Position) => Iterable<{ key: Position; value: string }>

/**
 * What the log has held, in files beside it: written at most once a second, after what it tells of was flushed, and never flushed itself.
 * So it may lag, and whoever compares takes a log that holds more for whole, one that holds less or other content for damaged.
 * A disk that refuses the mark holds nobody up: it is written when there is room.
 */
export class Marks {
  readonly #directory: string
  readonly #flushed: () => Promise<unknown>
  readonly #streams = new Map<string, StreamMarks>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> = Promise.resolve()

  /** @param flushed resolves when all that was appended before the call is on the disk */
  constructor(directory: string, flushed: () => Promise<unknown>) {
    this.#directory = directory
    this.#flushed = flushed
    mkdirSync(directory, { recursive: true })
  }

  /** An entry that was committed; in the order of positions within a stream. */
  note(stream: string, position: Position, text: string): void {
    const marks = this.#of(stream)
    marks.open.add(position, text)
    marks.changed = true
    if (marks.open.full)
      close(marks)
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.write()
    }, EVERY_MS).unref()
  }

  /** Writes what was noted before the call. Never rejects. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write()).catch(() => undefined)
    return this.#writing
  }

  /**
   * To be called before entries before `before` are removed: says so, and what then stays of the block that is cut through.
   * Where a power cut loses those lines the log's own mark of the trim, which goes with the entries, says the same.
   * @throws if the disk refuses
   */
  async cut(stream: string, before: Position, read: Reader): Promise<void> {
    close(this.#of(stream))
    await this.write()
    const { cut, claims, lines } = readMark(this.#directory, stream)
    if (before <= cut.before)
      return
    const gone = claims.filter(claim => claim.first < before)
    const rest = new BlockSum()
    for (const { key, value } of read(before, gone.at(-1)?.last ?? before - 1))
      rest.add(key, value)
    const claim = rest.claim()
    const kept = [...claim ? [claim] : [], ...claims.slice(gone.length)]
    const now = { before, entries: cut.entries + gone.reduce((sum, { entries }) => sum + entries, 0) - (claim?.entries ?? 0) }
    if (lines - kept.length > Math.max(MOST_DEAD, kept.length))
      this.#renew(stream, now, kept)
    else
      this.#of(stream).blocks.append(toMarkLine({ cut: now }) + (claim ? toMarkLine({ claim }) : ''))
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.write()
    for (const stream of [...this.#streams.keys()])
      this.#leave(stream)
  }

  /** A stream that is trimmed again and again would otherwise grow by what is gone. */
  #renew(stream: string, cut: Cut, claims: readonly Claim[]): void {
    this.#leave(stream)
    writeMark(this.#directory, stream, cut, claims)
  }

  #leave(stream: string): void {
    const { blocks, recent } = this.#of(stream)
    blocks[Symbol.dispose]()
    recent[Symbol.dispose]()
    this.#streams.delete(stream)
  }

  async #write(): Promise<void> {
    const changed = [...this.#streams.values()].filter(marks => marks.changed)
    const lines = changed.map(marks => ({ marks, full: [...marks.full], open: marks.open.claim() }))
    for (const marks of changed)
      marks.changed = false
    try {
      await this.#flushed()
      lines.forEach(writeLines)
    }
    catch (error) {
      for (const marks of changed)
        marks.changed = true
      throw error
    }
  }

  #of(stream: string): StreamMarks {
    let marks = this.#streams.get(stream)
    if (!marks) {
      marks = { blocks: new LineFile(blocksFile(this.#directory, stream)), recent: new LineFile(recentFile(this.#directory, stream)), full: [], open: new BlockSum(), changed: false }
      this.#streams.set(stream, marks)
    }
    return marks
  }
}

/** The block is said before the lines of its beginnings go. */
function writeLines({ marks, full, open }: { marks: StreamMarks; full: readonly Claim[]; open: Claim | undefined }): void {
  if (full.length > 0) {
    marks.blocks.append(full.map(claim => toMarkLine({ claim })).join(''))
    marks.full.splice(0, full.length)
    marks.recent.clear()
  }
  if (open)
    marks.recent.append(toMarkLine({ claim: open }))
}

function close(marks: StreamMarks): void {
  const claim = marks.open.claim()
  if (!claim)
    return
  marks.full.push(claim)
  marks.open = new BlockSum()
  marks.changed = true
}
