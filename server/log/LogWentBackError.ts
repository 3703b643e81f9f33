import { LogUnavailableError } from './LogUnavailableError.ts'

/**
 * An entry that was read before does not stand in the log any more, or another one in its place: the log lost its end, or is another log.
 * Whatever was learned from it is to be learned anew.
 */
export class LogWentBackError extends LogUnavailableError {
  override readonly name = 'LogWentBackError'

  constructor(stream: string, id: string) {
    super(`The log went backwards: entry ${id} of ${stream} does not stand in it any more.`)
  }
}
