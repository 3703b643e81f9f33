import { LogUnavailableError } from '../LogUnavailableError.ts'
import { isNotAllowed } from './isNotAllowed.ts'

/** Replies that say the server cannot serve now, although the command is right. */
const NOT_NOW = /^(?:LOADING|CLUSTERDOWN|MASTERDOWN|READONLY|TRYAGAIN|MOVED|ASK|NOREPLICAS|MISCONF|OOM|BUSY|UNBLOCKED|ERR max number of clients)\b/

/**
 * A failure of the connection or a server that cannot serve becomes LogUnavailableError; a mistake of ours stays what it is.
 * @param lost the last failure that the connection told of, which says more than "connection is closed"
 */
export function toUnavailable(error: unknown, description: string, lost?: Error): unknown {
  if (error instanceof LogUnavailableError || !(error instanceof Error))
    return error
  const said = [error.message, lost?.message ?? ''].find(isNotAllowed)
  if (said !== undefined)
    return new LogUnavailableError(refusal(said, description), { cause: said === error.message ? error : lost })
  if (error.name === 'ReplyError' && !NOT_NOW.test(error.message))
    return error
  if (error instanceof TypeError || error instanceof RangeError)
    return error
  const why = error.name === 'ReplyError' ? error.message : lost?.message ?? (error.name === 'MaxRetriesPerRequestError' ? 'the connection was lost' : error.message)
  return new LogUnavailableError(`${description} does not answer: ${why.replace(/\s+/g, ' ').replace(/\.$/, '')}.`, { cause: error })
}

/** One sentence that names what is missing. */
function refusal(said: string, description: string): string {
  if (said.startsWith('NOAUTH'))
    return `${description} asks for a password: write user and password into REDIS_URL.`
  if (said.startsWith('WRONGPASS'))
    return `${description} does not know this user with this password: correct REDIS_URL.`
  const command = /'([^']+)' command/.exec(said)?.[1]
  const what = command !== undefined ? `to run ${command.toUpperCase()}` : /\bkeys?\b/.test(said) ? 'to use the keys of this district' : 'to run a command that its scripts need'
  return `The user of REDIS_URL lacks the permission ${what} at ${description}: grant it with the ACL line in docs/INTEGRATING.md.`
}
