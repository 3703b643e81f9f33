import type { Office } from '../tenure/Office.ts'
import type { Base } from './openBase.ts'
import type { Ends } from './Ends.ts'
import { randomUUID } from 'node:crypto'
import { basisOf } from '../../shared/domain/basisOf.ts'
import { pause } from '../clock.ts'
import { FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { openAliases } from '../openAliases.ts'
import { restore } from '../projection/checkpoint.ts'
import { ClockWatch } from '../projection/ClockWatch.ts'
import { Keeper } from '../projection/Keeper.ts'
import { LogMemory } from '../projection/LogMemory.ts'
import { LossBook } from '../projection/LossBook.ts'
import { PastThread } from '../projection/PastThread.ts'
import { MatterIndex } from '../projection/matters/MatterIndex.ts'
import { loadMatters } from '../projection/matters/mattersCheckpoint.ts'
import { Projection } from '../projection/Projection.ts'
import { RejectedWriter } from '../projection/rejectedWriter.ts'
import { Retention } from '../projection/Retention.ts'
import { Tenure } from '../tenure/Tenure.ts'

const LAST_CHECKPOINT_MS = 5000

export type Picture = Awaited<ReturnType<typeof openPicture>>

/** The state as the newest checkpoint has it, who keeps it, and the clock that is believed. It is not read on yet ({@link follow}). */
export async function openPicture({ config, log, machineClock, logger, health, district }: Base, ends: Ends) {
  const memory = await LogMemory.open({ log, clock: machineClock, logger, dataDir: config.dataDir, districtCode: district.code })
  const projection = new Projection(await restore(log, basisOf(district), logger))
  const clockChanged: (() => void)[] = []
  const clockWatch = new ClockWatch({ log, clock: machineClock, health, projection, logger, changed: () => clockChanged.forEach(task => task()) })
  const { clock } = clockWatch
  ends.add(() => clockWatch.end())
  const rejected = new RejectedWriter(log, clock, logger)
  projection.listen({ rejected: (entry, refusal) => rejected.add(entry, refusal), wentBack: () => rejected.clear() })
  const { aliases, end: endAliases } = await openAliases({ log, clock, logger })
  ends.add(endAliases)
  const matters = new MatterIndex(projection, aliases)
  const loadIndex = () => loadMatters(log, projection, matters, logger, clock.now())
  // Folded from the beginning on it is whole by itself.
  if (projection.position.last.incident !== FIRST_ENTRY)
    await loadIndex()
  projection.listen({ restarted: () => projection.position.last.incident !== FIRST_ENTRY && void loadIndex().catch((error: unknown) => logger.warn({ err: error }, 'the index of matters could not be loaded')) })

  const holder = log.home === 'embedded' ? log.home : randomUUID()
  const offices: Office[] = []
  const tenure = new Tenure({ log, clock, logger, holder, lease: 'tenure', offices })
  ends.add(() => tenure.end())
  const keeper = new Keeper({ log, clock, logger, projection, matters, rejected, retention: new Retention({ log, clock, logger, dataDir: config.dataDir }) })
  offices.push(keeper)
  ends.add(() => Promise.race([keeper.end(), pause(clock, LAST_CHECKPOINT_MS)]).catch((error: unknown) => logger.warn({ err: error }, 'no last checkpoint')))
  const pastThread = new PastThread({ log, district, dataDir: config.dataDir, clock, logger, aliases })
  ends.add(() => pastThread.end())
  return { memory, projection, clockWatch, clockChanged, clock, rejected, aliases, matters, holder, offices, tenure, keeper, pastThread, lossBook: new LossBook(log) }
}
