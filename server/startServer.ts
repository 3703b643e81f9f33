import type { AddressInfo } from 'node:net'
import type { District } from '../shared/domain/district/District.ts'
import type { Config } from './config/config.ts'
import type { StartOptions } from './start/openBase.ts'
import { listen } from './http/listen.ts'
import { Ends } from './start/Ends.ts'
import { follow } from './start/follow.ts'
import { openBase } from './start/openBase.ts'
import { openDuties } from './start/openDuties.ts'
import { openPicture } from './start/openPicture.ts'
import { openServing } from './start/openServing.ts'

export interface RunningServer extends AsyncDisposable {
  url: string
  port: number
  district: District
  /** A key for POST requests over Open311. */
  open311Key: string
  /** Words for people: where the log lives. */
  logDescription: string
}

/**
 * The whole server from its settings; disposing it stops everything in the reverse order and leaves a checkpoint.
 * @throws StartError, DistrictError, LogUnavailableError with one sentence that says the fix
 */
export async function startServer(config: Config, options: StartOptions = {}): Promise<RunningServer> {
  const ends = new Ends()
  try {
    const base = await openBase(config, options, ends)
    const picture = await openPicture(base, ends)
    const duties = openDuties(base, picture, ends)
    const { http, fanout, open311Key } = await openServing(base, picture, duties, ends)
    await follow(base, picture, duties, fanout, ends)
    await listen(http, config)

    const { district, log, logger } = base
    const { port } = http.address() as AddressInfo
    const host = config.host.includes(':') ? `[${config.host}]` : config.host
    logger.info({ port, log: log.description, district: district.code }, 'serving')
    return { url: `http://${host}:${port}`, port, district, open311Key, logDescription: log.description, [Symbol.asyncDispose]: () => ends.run() }
  }
  catch (error) {
    // Why it did not start counts, not what that made of its end.
    await ends.run().catch(() => undefined)
    throw error
  }
}
