import type { Append, Entry, EventLog } from '../../server/log/EventLog.ts'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'

export const LAST_ENTRY = '9999999999999-0'

/** An entry for the stream `incident`, as the contract of the log appends them. */
export function incident(id: string, more: Record<string, string> = {}): Append {
  return { stream: 'incident', fields: { type: 'incident.reported', source: 'test', id, subject: `S-${id}`, data: '{"title":"井盖松动"}', ...more } }
}

/** All entries of a stream. */
export function all(log: EventLog, stream = 'incident'): Promise<Entry[]> {
  return log.range(stream, FIRST_ENTRY, LAST_ENTRY, 100_000)
}
