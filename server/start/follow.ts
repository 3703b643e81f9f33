import type { Fanout } from '../fanout/Fanout.ts'
import type { Base } from './openBase.ts'
import type { Duties } from './openDuties.ts'
import type { Picture } from './openPicture.ts'
import type { Ends } from './Ends.ts'
import { Follower } from '../projection/Follower.ts'
import { LossWatch } from '../projection/LossWatch.ts'
import { WriteProbe } from '../read/WriteProbe.ts'

/** Asks for the offices, then reads the log from where the picture stands, for ever. */
export async function follow({ config, log, logger, health, places }: Base, { memory, projection, clock, clockWatch, rejected, tenure, lossBook }: Picture, { webhookTenure }: Duties, fanout: Fanout, ends: Ends): Promise<void> {
  await clockWatch.begin()
  // Before the log is read, so that what is rejected then is copied.
  await tenure.begin()
  await webhookTenure?.begin()
  ends.add(() => memory.end())
  const follower = new Follower({ log, dataDir: config.dataDir, clock, health, logger, places, projection, rejected, fence: () => tenure.fence, restMs: () => fanout.restMs() })
  ends.add(() => follower[Symbol.asyncDispose]())
  const lossWatch = new LossWatch({ book: lossBook, projection, clock, health, logger, lost: memory.lost })
  ends.add(() => lossWatch.end())
  memory.begin({ projection, book: lossBook, watch: lossWatch })
  const probe = new WriteProbe({ log, clock, health })
  ends.add(() => probe.end())
}
