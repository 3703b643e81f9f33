import { PAGE } from './PageFile.ts'

/** What stands in front of a page's pointers: number, transaction, flags, bounds of its free space. Format of LMDB as `lmdb` 3 builds it. */
const HEADER = 24
const NODE_HEADER = 8
const BIG = 1
const SUB_DATABASE = 2

export const BRANCH_PAGE = 1
export const LEAF_PAGE = 2

/** A record of a leaf page, wherever its value lies. */
export interface LeafNode {
  key: Buffer
  /** Length of the value in bytes. */
  size: number
  /** The value, where it stands in the page itself. */
  value: Buffer | undefined
  /** Else the page from which on it stands. */
  overflow: number | undefined
  /** Whether it names a table; the value then describes its tree. */
  isTable: boolean
}

export const OVERFLOW_HEADER = HEADER

export function kindOf(page: Buffer): number {
  return page.readUInt16LE(18)
}

export function transactionOf(page: Buffer): number {
  return Number(page.readBigUInt64LE(8))
}

/** The nodes of a page that can be a leaf, each looked at by itself: one that is spoiled takes no other along. */
export function* leafNodesOf(page: Buffer): Generator<LeafNode | undefined> {
  for (const at of pointersOf(page)) {
    if (at + NODE_HEADER > PAGE) {
      yield undefined
      continue
    }
    const size = page.readUInt16LE(at) + page.readUInt16LE(at + 2) * 65_536
    const flags = page.readUInt16LE(at + 4)
    const keyEnd = at + NODE_HEADER + page.readUInt16LE(at + 6)
    const isBig = (flags & BIG) !== 0
    const end = keyEnd + (isBig ? 8 : size)
    yield keyEnd > PAGE || end > PAGE
      ? undefined
      : {
          key: page.subarray(at + NODE_HEADER, keyEnd),
          size,
          value: isBig ? undefined : page.subarray(keyEnd, end),
          overflow: isBig ? Number(page.readBigUInt64LE(keyEnd)) : undefined,
          isTable: (flags & SUB_DATABASE) !== 0,
        }
  }
}

/** The pages below a branch page. */
export function* childrenOf(page: Buffer): Generator<number> {
  for (const at of pointersOf(page)) {
    if (at + NODE_HEADER <= PAGE)
      yield page.readUInt16LE(at) + page.readUInt16LE(at + 2) * 2 ** 16 + page.readUInt16LE(at + 4) * 2 ** 32
  }
}

function* pointersOf(page: Buffer): Generator<number> {
  const count = page.readUInt16LE(20) >> 1
  if (HEADER + 2 * count > PAGE)
    return
  for (let i = 0; i < count; i++)
    yield HEADER + page.readUInt16LE(HEADER + 2 * i)
}
