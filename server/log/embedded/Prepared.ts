import type { EntryId } from '../../../shared/words/entryId.ts'
import type { Position } from './position.ts'
import type { StreamStore } from './StreamStore.ts'

/** An entry before it is appended. */
export interface Prepared {
  store: StreamStore
  identity: string | undefined
  text: string
  instead: EntryId | undefined
}

/** An entry that was. */
export interface Placed {
  stream: string
  position: Position
  text: string
}
