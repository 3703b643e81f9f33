import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import { join } from 'node:path'
import { pino } from 'pino'
import { RotatingFile } from './RotatingFile.ts'
import { StartError } from './StartError.ts'
import { toLoggedError } from './toLoggedError.ts'

/** JSON lines into DATA_DIR/logs/server.log; in development warnings on the screen. No line carries an id in clear, at whatever level (S9). */
export function createLogger({ development, logLevel, dataDir }: Pick<Config, 'development' | 'logLevel' | 'dataDir'>): Logger {
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: (error: unknown) => toLoggedError(error) } }
  return development
    ? pino({ ...options, level: 'warn' })
    : pino({ ...options, level: logLevel }, openFile(dataDir))
}

function openFile(dataDir: string): RotatingFile {
  try {
    return new RotatingFile(join(dataDir, 'logs/server.log'))
  }
  catch (error) {
    throw new StartError(`DATA_DIR ${dataDir} cannot be written; set it to a directory that can.`, { cause: error })
  }
}
