import type { Entry } from '../../../server/log/EventLog.ts'
import type { WanggeEvent } from '../../../shared/state/event.ts'
import { decode } from '../../support/decode.ts'

/** Events of entries that are known to be right. */
export function decoded(entries: readonly Entry[]): WanggeEvent[] {
  return entries.map((entry) => {
    const read = decode(entry)
    if (read.outcome !== 'event')
      throw new Error(`the bench made a bad entry: ${JSON.stringify(read)}`)
    return read.event
  })
}
