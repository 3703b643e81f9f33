import { LogUnavailableError } from './LogUnavailableError.ts'

/** The disk under the log refuses to be written, since it is full most likely: what is there can be read, nothing more is kept until somebody makes room. */
export class LogFullError extends LogUnavailableError {
  override readonly name = 'LogFullError'
}
