import type { LogEvent } from './tailStreams.ts'

/** Gathers events and hands them on as one frame, encoded once: at once after quiet, otherwise no sooner than `windowMs` after the last. */
export function inFrames(windowMs: number, send: (frame: Buffer) => void): (events: LogEvent[]) => void {
  let pending: LogEvent[] = []
  let sentAt = -Infinity
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    timer = undefined
    const frame = Buffer.from(JSON.stringify({ events: pending }))
    pending = []
    send(frame)
    sentAt = performance.now()
  }
  return (events) => {
    for (const event of events)
      pending.push(event)
    const wait = sentAt + windowMs - performance.now()
    if (wait <= 0 && !timer)
      flush()
    else
      timer ??= setTimeout(flush, wait)
  }
}
