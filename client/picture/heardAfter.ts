import type { Frame } from '../../shared/protocol/frame.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { HeardByStream } from './Heard.ts'
import { fromCursor } from '../../shared/protocol/LogPosition.ts'
import { entryMs } from '../../shared/words/entryId.ts'
import { STREAMS } from '../../shared/words/stream.ts'

/** After a frame. Its cursor tells of entries anywhere in the district, its events of this scope. */
export function heardAfter(before: HeardByStream, frame: Frame): HeardByStream {
  const last = fromCursor(frame.to)?.last
  const next = {} as Record<StreamName, { entry: number; event: number }>
  for (const stream of STREAMS)
    next[stream] = { ...before[stream], entry: Math.max(before[stream].entry, last ? entryMs(last[stream]) : 0) }
  for (const event of frame.events) {
    const own = next[event.stream as StreamName]
    if (own)
      own.event = Math.max(own.event, Date.parse(event.time) || 0)
  }
  return next
}
