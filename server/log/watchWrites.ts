import type { Appended, EventLog, Fenced, Stale } from './EventLog.ts'
import { LogWentBackError } from './LogWentBackError.ts'

/** Told of every write of every caller (T10). */
export interface WriteObserver {
  /** The log took a write. */
  wrote: () => void
  /** The log refused a write; why, in words for people. */
  refused: (reason: string) => void
}

/** What only reads, or says what stands. */
const READS = { streams: undefined, read: undefined, range: undefined, bounds: undefined, entryOf: undefined, listCheckpoints: undefined, getCheckpoint: undefined, holds: undefined, trimmed: undefined, time: undefined, ping: undefined } as const

type Call<Name extends keyof EventLog> = Extract<EventLog[Name], (...asked: never) => Promise<unknown>>
type Calls = { [Name in Exclude<keyof EventLog, symbol> as Call<Name> extends never ? never : Name]: ((answer: Awaited<ReturnType<Call<Name>>>) => boolean) | undefined }

/**
 * What each write's answer proves; a method that the port gains must be named here or above. A lease that another holds, an append that was stale, fenced or a duplicate is not refused, but nothing was written
 * either; and what takes away or renews may go through where nothing more can be kept.
 */
const PROVES = {
  ...READS,
  append: hasAppended,
  appendGuarded: hasAppended,
  appendFenced: hasAppended,
  putCheckpoint: ({ outcome }) => outcome === 'kept',
  acquireLease: lease => lease !== undefined,
  probe: () => true,
  epoch: () => false,
  renewEpoch: () => false,
  importEntries: () => true,
  trim: () => false,
  releaseLease: () => false,
  secret: () => false,
} satisfies Calls

/** The same log, watched: through it go all who write, so that none is refused without being heard. */
export function watchWrites(log: EventLog, observer: WriteObserver): EventLog {
  return new Proxy(log, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function')
        return value
      const proves = (PROVES as Record<string | symbol, ((answer: unknown) => boolean) | undefined>)[name]
      const call = value.bind(target) as (...asked: unknown[]) => unknown
      return proves ? (...asked: unknown[]) => watched(call(...asked) as Promise<unknown>, proves, observer) : call
    },
  })
}

async function watched<T>(writing: Promise<T>, proves: (answer: T) => boolean, observer: WriteObserver): Promise<T> {
  try {
    const answer = await writing
    if (proves(answer))
      observer.wrote()
    return answer
  }
  catch (error) {
    // What the caller asked wrongly, or had seen and is gone, says nothing of whether the log takes writes.
    if (error instanceof Error && !(error instanceof TypeError || error instanceof RangeError || error instanceof LogWentBackError))
      observer.refused(error.message)
    throw error
  }
}

function hasAppended(answer: Appended[] | Stale | Fenced): boolean {
  return Array.isArray(answer) && answer.some(({ outcome }) => outcome === 'appended')
}
