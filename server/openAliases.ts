import type { Clock } from './clock.ts'
import type { EventLog } from './log/EventLog.ts'
import type { Logger } from './Logger.ts'
import { Aliases } from './Aliases.ts'
import { LogUnavailableError } from './log/LogUnavailableError.ts'
import { newSecretTail } from './log/newSecretTail.ts'

const NAME = 'alias'
const LOOK_MS = 60_000

interface Parts {
  log: Pick<EventLog, 'secret'>
  clock: Clock
  logger: Logger
}

/**
 * Aliases by the secret that the servers of a log share. A log that takes no writes and has none yet is read all the same, under a secret
 * that is kept as soon as it can be; one that has lost its secret gets it back from whichever of its servers looks first.
 * @returns `end` stops looking
 */
export async function openAliases({ log, clock, logger }: Parts): Promise<{ aliases: Aliases; end: () => void }> {
  const aliases = new Aliases(await log.secret(NAME).catch((error: unknown) => {
    if (!(error instanceof LogUnavailableError))
      throw error
    logger.warn({ err: error }, 'the secret of the aliases cannot be kept now; other servers may show other aliases')
    return Buffer.from(`${clock.now()}.${newSecretTail()}`)
  }))
  const end = clock.every(LOOK_MS, () => void log.secret(NAME, aliases.secret).then(held => aliases.use(held), () => undefined))
  return { aliases, end }
}
