import type { Logger } from '../../server/Logger.ts'

/** Takes no notice of anything. */
export const quietLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} }
