import type { Position } from '../position.ts'
import type { StreamMark } from './readMark.ts'

/**
 * What a mark says of a log that was trimmed: after a power cut it may not have heard of the last trim.
 * @param before the log's own mark of its trims, which goes with the entries in one transaction; 0 if it never was
 */
export function sinceTrim(mark: StreamMark, before: Position): StreamMark {
  return before <= mark.cut.before ? mark : { ...mark, cut: { ...mark.cut, before }, claims: mark.claims.filter(({ first }) => first >= before) }
}
