import type { EventLog } from '../../server/log/EventLog.ts'
import { LogUnavailableError } from '../../server/log/LogUnavailableError.ts'

/** A log at the end of a line on which no more than so many bytes at once come in time; writes down how many each range was asked for. */
export function narrowLine<Log extends EventLog>(log: Log, most: () => number, asked: number[] = []): Log {
  const late = () => Promise.reject(new LogUnavailableError('no answer in time'))
  return new Proxy(log, {
    get(target, name) {
      if (name === 'read')
        return (...args: Parameters<EventLog['read']>) => most() < args[1].mostBytes! ? late() : log.read(...args)
      if (name === 'range') {
        return (...args: Parameters<EventLog['range']>) => {
          const [, , , limit, bytes = Number.POSITIVE_INFINITY] = args
          if (limit > 1)
            asked.push(bytes)
          return limit > 1 && bytes > most() ? late() : log.range(...args)
        }
      }
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value
    },
  })
}
