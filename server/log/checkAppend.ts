import type { Append } from './EventLog.ts'

const STREAM_NAME = /^[a-z][a-z0-9-]{0,63}$/
const MOST_FIELDS = 1000

/** What no home can keep is a mistake of our own code: it throws before anything is written. */
export function checkAppend({ stream, fields }: Append): void {
  checkStream(stream)
  const count = Object.keys(fields).length
  if (count === 0 || count > MOST_FIELDS)
    throw new RangeError(`an entry has 1 to ${MOST_FIELDS} fields, not ${count}`)
}

export function checkStream(stream: string): void {
  if (!isStreamName(stream))
    throw new TypeError(`no name for a stream: ${JSON.stringify(stream)}`)
}

export function isStreamName(stream: string): boolean {
  return STREAM_NAME.test(stream)
}
