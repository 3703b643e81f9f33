import type { Fields } from '../../EventLog.ts'
import type { LeafNode } from './nodesOf.ts'
import type { PageIndex } from './PageIndex.ts'
import { streamOf } from '../../../../shared/state/eventTypes.ts'
import { FieldsCodec } from '../FieldsCodec.ts'
import { PAGE } from './PageFile.ts'
import { OVERFLOW_HEADER } from './nodesOf.ts'

const OWN_SOURCE = /^wangge\/([a-z-]+)$/

/** An entry that could be read; `stream` is undefined where neither its page nor its content says whose it is. */
export interface RescuedEntry {
  position: number
  text: string
  fields: Fields
  stream: string | undefined
}

/** Reads the entries that an index has found. A text that is not exactly what the codec writes is no entry. */
export class Rescued {
  readonly #index: PageIndex
  readonly #codec: FieldsCodec
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

  constructor(index: PageIndex) {
    this.#index = index
    this.#codec = new FieldsCodec({ getRange: () => shapesOf(index), putSync: () => true })
  }

  at(place: number, position: number): RescuedEntry | undefined {
    const node = this.#index.nodeAt(place)
    const bytes = node && this.#valueOf(node)
    if (!bytes)
      return undefined
    try {
      const text = this.#utf8.decode(bytes)
      const fields = this.#codec.decode(text)
      if (this.#codec.encode(fields) !== text)
        return undefined
      return { position, text, fields, stream: this.#index.streamOf(place, streamIn(fields)) }
    }
    catch {
      return undefined
    }
  }

  #valueOf({ value, overflow, size }: LeafNode): Buffer | undefined {
    if (value)
      return value
    const pages = Math.ceil((size + OVERFLOW_HEADER) / PAGE)
    if (overflow === undefined || !(overflow + pages <= this.#index.file.pages))
      return undefined
    return this.#index.file.read(overflow, pages).subarray(OVERFLOW_HEADER, OVERFLOW_HEADER + size)
  }
}

/** By what an entry says itself: the family of its type, or the server's own source, which is named after its stream. */
function streamIn({ type, source }: Fields): string | undefined {
  return type === undefined ? OWN_SOURCE.exec(source ?? '')?.[1] : streamOf(type)
}

/** Of what several pages say of one number, what most of them say. */
function shapesOf({ shapes }: PageIndex): { key: number, value: string[] }[] {
  const best = new Map<number, { names: string[], count: number }>()
  for (const { number, names, count } of shapes.values()) {
    if (names.length > 0 && count > (best.get(number)?.count ?? 0))
      best.set(number, { names, count })
  }
  return [...best].map(([key, { names }]) => ({ key, value: names }))
}
