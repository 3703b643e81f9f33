import type { Basis } from '../../shared/domain/basis.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { EpochMs } from '../../shared/words/time.ts'
import type { Gap } from '../log/archivePlan.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { Projection, Start } from './Projection.ts'
import { FOLD_VERSION } from '../../shared/projection/foldVersion.ts'
import { fromSnapshot } from '../../shared/projection/fromSnapshot.ts'
import { toSnapshot } from '../../shared/projection/toSnapshot.ts'
import { fromCursor, toCursor } from '../../shared/protocol/Position.ts'
import { compareEntryIds } from '../../shared/words/entryId.ts'
import { previousEntryId } from '../log/previousEntryId.ts'
import { decodeCheckpoint, encodeCheckpoint } from './checkpointBody.ts'
import { emptyStart } from './Projection.ts'
import { standsIn } from './standsIn.ts'

/** A day of them, one in ten minutes. */
const KEPT = 144

/** Keeps the projection's state in the log under its cursor. `before` is awaited between snapshot and keeping. */
export async function putCheckpoint(log: EventLog, { state, position, heard, missing }: Projection, at: number, before?: Promise<void>): Promise<string> {
  const { basis } = state
  const cursor = toCursor(position)
  const snapshot = toSnapshot(state)
  const body = await encodeCheckpoint({ heard: { ...heard }, missing, snapshot })
  await before
  await log.putCheckpoint({ name: prefix(basis) + at, cursor, at, body }, KEPT)
  return cursor
}

/**
 * Where to fold on from: the newest checkpoint of this fold and data set that the log still agrees with (`suits` may ask
 * for an older one), else the beginning. A checkpoint that cannot be read is passed over.
 */
export async function restore(
  log: EventLog,
  basis: Basis,
  logger: Logger,
  suits: (checkpoint: { cursor: string; at: number }) => boolean = () => true,
): Promise<Start> {
  const epoch = await log.epoch()
  for (const { name, cursor, at } of await log.listCheckpoints()) {
    const position = fromCursor(cursor)
    if (!name.startsWith(prefix(basis)) || !position || !suits({ cursor, at }) || !await standsIn(log, position))
      continue
    try {
      const checkpoint = await log.getCheckpoint(name)
      const { snapshot, heard, missing } = await decodeCheckpoint(checkpoint!.body)
      return { state: fromSnapshot({ ...snapshot, basis }), position: { ...position, epoch }, heard, ...(missing && { missing }) }
    }
    catch (error) {
      logger.warn({ err: error, name }, 'a checkpoint cannot be read; an older one is taken')
    }
  }
  return emptyStart(basis, epoch)
}

/** When the oldest checkpoint was kept that has everything up to the end of a gap, epoch ms: from then on pasts can be folded. Undefined without one. */
export async function earliestAfter(log: EventLog, basis: Basis, { stream, to }: Gap): Promise<EpochMs | undefined> {
  const kept = (await log.listCheckpoints()).filter(({ name, cursor }) => {
    const last = fromCursor(cursor)?.last[stream as StreamName]
    return name.startsWith(prefix(basis)) && last !== undefined && compareEntryIds(last, previousEntryId(to)) >= 0
  })
  return kept.length === 0 ? undefined : Math.min(...kept.map(({ at }) => at))
}

function prefix({ version }: Basis): string {
  return `${FOLD_VERSION}.${version}.`
}
