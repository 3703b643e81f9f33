import type { LeafNode } from './nodesOf.ts'
import * as lmdb from 'lmdb'
import { childrenOf, BRANCH_PAGE, kindOf, leafNodesOf, LEAF_PAGE, transactionOf } from './nodesOf.ts'
import type { PageFile } from './PageFile.ts'
import { PAGE } from './PageFile.ts'

const AT_ONCE = 1024
const STREAM_TABLE = /^stream:([a-z][a-z0-9-]*)\0?$/
const TABLE_SIZE = 48
const ROOT_AT = 40
const NODES = 2048
/** Positions of entries lie between the years 2000 and 2109: no other number stands as a key in this file. */
const FIRST = 946_684_800_000 * 2048

/** Exported, though its types do not say so. */
const { bufferToKeyValue, keyValueToBuffer } = lmdb as unknown as { bufferToKeyValue: (bytes: Buffer) => unknown, keyValueToBuffer: (key: number) => Buffer }

/** Names of fields, by the number of their shape, with how often the file says so. */
type Shapes = Map<string, { number: number, names: string[], count: number }>

/**
 * Where in a file of LMDB entries stand: in every leaf page, those that no tree leads to any more too, since an entry once written is never changed.
 * Nothing of the file's own order is needed for it.
 */
export class PageIndex {
  readonly file: PageFile
  readonly shapes: Shapes = new Map()
  /** By position and then by place in the file; `place` is page × 2048 + node. */
  readonly positions: Float64Array
  readonly places: Float64Array
  /** Which stream's newest tree leads to a page, as far as trees can be followed. */
  private readonly streamOfPage = new Map<number, string>()
  /** Which stream's older tree did. */
  private readonly formerStreamOfPage = new Map<number, string>()

  constructor(file: PageFile) {
    this.file = file
    const found: { position: number, place: number }[] = []
    const roots: { stream: string, root: number, transaction: number }[] = []
    for (let first = 0; first < file.pages; first += AT_ONCE) {
      const bytes = file.read(first, AT_ONCE)
      for (let i = 0; (i + 1) * PAGE <= bytes.length; i++) {
        const page = bytes.subarray(i * PAGE, (i + 1) * PAGE)
        let node = -1
        for (const leaf of leafNodesOf(page)) {
          node++
          const position = leaf && positionOf(leaf)
          if (position !== undefined)
            found.push({ position, place: (first + i) * NODES + node })
          else if (leaf?.isTable)
            roots.push(...rootIn(leaf).map(root => ({ ...root, transaction: transactionOf(page) })))
          else if (leaf)
            this.#noteShape(leaf)
        }
      }
    }
    found.sort((a, b) => a.position - b.position || a.place - b.place)
    this.positions = Float64Array.from(found, ({ position }) => position)
    this.places = Float64Array.from(found, ({ place }) => place)
    // The newest first: a page that was used anew belongs to whom it was given last.
    const followed = new Set<string>()
    for (const { stream, root } of roots.sort((a, b) => b.transaction - a.transaction))
      this.#follow(stream, root, followed.size === followed.add(stream).size ? this.formerStreamOfPage : this.streamOfPage)
  }

  /** The node at a place. */
  nodeAt(place: number): LeafNode | undefined {
    const page = this.file.read(Math.floor(place / NODES), 1)
    let i = 0
    for (const node of leafNodesOf(page)) {
      if (i++ === place % NODES)
        return node
    }
    return undefined
  }

  /** The stream of a place, by its trees and by what the entry there says itself. */
  streamOf(place: number, said: string | undefined): string | undefined {
    const page = Math.floor(place / NODES)
    return this.streamOfPage.get(page) ?? said ?? this.formerStreamOfPage.get(page)
  }

  #follow(stream: string, root: number, pages: Map<number, string>): void {
    const ahead = [root]
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      if (!(at < this.file.pages) || pages.has(at))
        continue
      pages.set(at, stream)
      const page = this.file.read(at, 1)
      if ((kindOf(page) & BRANCH_PAGE) !== 0 && (kindOf(page) & LEAF_PAGE) === 0)
        ahead.push(...childrenOf(page))
    }
  }

  #noteShape({ key, value }: LeafNode): void {
    if (!value || value.length < 4 || value[0] !== 0x5B)
      return
    const number = numberOf(key)
    if (number === undefined || number < 1 || number > 128)
      return
    const text = value.toString()
    const known = this.shapes.get(`${number} ${text}`)
    if (known)
      known.count++
    else
      this.shapes.set(`${number} ${text}`, { number, names: namesIn(text), count: 1 })
  }
}

function positionOf({ key, isTable }: LeafNode): number | undefined {
  const number = isTable || key.length > 9 ? undefined : numberOf(key)
  return number !== undefined && number > FIRST ? number : undefined
}

/** The number whose key these bytes are, exactly. */
function numberOf(key: Buffer): number | undefined {
  try {
    const value = bufferToKeyValue(key)
    return typeof value === 'number' && Number.isSafeInteger(value) && keyValueToBuffer(value).equals(key) ? value : undefined
  }
  catch {
    return undefined
  }
}

function rootIn({ key, value }: LeafNode): { stream: string, root: number }[] {
  const [, stream] = STREAM_TABLE.exec(key.toString()) ?? []
  return stream !== undefined && value?.length === TABLE_SIZE ? [{ stream, root: Number(value.readBigUInt64LE(ROOT_AT)) }] : []
}

function namesIn(text: string): string[] {
  try {
    const names = JSON.parse(text) as unknown
    return Array.isArray(names) && names.every(name => typeof name === 'string') ? names : []
  }
  catch {
    return []
  }
}
