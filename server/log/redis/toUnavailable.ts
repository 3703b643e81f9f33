import { LogUnavailableError } from '../LogUnavailableError.ts'

/** Replies that say the server cannot serve now, although the command is right. */
const NOT_NOW = /^(?:LOADING|CLUSTERDOWN|MASTERDOWN|READONLY|TRYAGAIN|MOVED|ASK|NOREPLICAS|MISCONF|OOM|BUSY|UNBLOCKED|NOAUTH|NOPERM|WRONGPASS|ERR max number of clients)\b/

/**
 * A failure of the connection or a server that cannot serve becomes LogUnavailableError; a mistake of ours stays what it is.
 * @param lost the last failure that the connection told of, which says more than "connection is closed"
 */
export function toUnavailable(error: unknown, description: string, lost?: Error): unknown {
  if (error instanceof LogUnavailableError || !(error instanceof Error))
    return error
  if (error.name === 'ReplyError' && !NOT_NOW.test(error.message))
    return error
  if (error instanceof TypeError || error instanceof RangeError)
    return error
  const why = error.name === 'ReplyError' ? error.message : lost?.message ?? (error.name === 'MaxRetriesPerRequestError' ? 'the connection was lost' : error.message)
  return new LogUnavailableError(`${description} does not answer: ${why.replace(/\s+/g, ' ').replace(/\.$/, '')}.`, { cause: error })
}
