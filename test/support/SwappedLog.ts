import type { EventLog } from '../../server/log/EventLog.ts'

/** A log in whose place another one can be put, as behind the address of a Redis that lost its data. */
export class SwappedLog {
  readonly log: EventLog

  constructor(private now: EventLog) {
    this.log = new Proxy({} as EventLog, {
      get: (_, name) => {
        const value: unknown = Reflect.get(this.now, name)
        return typeof value === 'function' ? (value as (...asked: unknown[]) => unknown).bind(this.now) : value
      },
    })
  }

  put(other: EventLog): void {
    this.now = other
  }
}
