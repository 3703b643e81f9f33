import type { Basis } from '../../shared/domain/basis.ts'
import type { StreamName } from '../../shared/words/stream.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { Gap } from '../log/archivePlan.ts'
import type { Checkpoint, EventLog, Fence } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { LogPosition } from '../../shared/protocol/LogPosition.ts'
import type { Projection, Start } from './Projection.ts'
import { FOLD_VERSION } from '../../shared/state/foldVersion.ts'
import { fromSnapshot } from '../../shared/state/fromSnapshot.ts'
import { toSnapshot } from '../../shared/state/toSnapshot.ts'
import { fromCursor, toCursor } from '../../shared/protocol/LogPosition.ts'
import { compareEntryIds, FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { STREAMS } from '../../shared/words/stream.ts'
import { LogWentBackError } from '../log/LogWentBackError.ts'
import { previousEntryId } from '../log/previousEntryId.ts'
import { decodeCheckpoint, encodeCheckpoint } from './checkpointBody.ts'
import { emptyStart } from './Projection.ts'

/** A day of them, one in ten minutes. */
const KEPT = 144

interface Keeping {
  at: EpochMs
  /** Asked when the checkpoint is made: encoding takes its time. */
  fence: () => Fence | undefined
  /** Awaited between snapshot and keeping. */
  before?: Promise<void>
}

/**
 * Keeps the projection's state in the log under its cursor, with the hashes of the entries there, and answers the cursor; undefined, with nothing kept,
 * if the lease is not held.
 * @throws LogWentBackError, and keeps nothing, if what was folded does not stand in the log any more
 */
export async function putCheckpoint(log: EventLog, projection: Projection, { at, fence: held, before }: Keeping): Promise<string | undefined> {
  const { state, position, heard, missing } = projection
  const { basis } = state
  const cursor = toCursor(position)
  const last = { ...position.last }
  const stands = projection.hashes()
  const snapshot = toSnapshot(state)
  const body = await encodeCheckpoint({ heard: { ...heard }, missing, snapshot })
  await before
  if (!await log.holds(last, stands))
    throw new LogWentBackError('incident', last.incident)
  const fence = held()
  const kept = fence && await log.putCheckpoint({ name: prefix(basis) + at, cursor, at, stands, body }, KEPT, fence)
  return kept?.outcome === 'kept' ? cursor : undefined
}

/**
 * Where to fold on from: the newest checkpoint of this fold and data set whose entries stand in the log, by content (`suits` may ask
 * for an older one), else the beginning. One that cannot be read, or carries no hashes, is passed over. Where the newest of the epoch in force
 * does not stand the log went backwards while nobody read it: unless a past is asked for, that is a new epoch.
 */
export async function restore(
  log: EventLog,
  basis: Basis,
  logger: Logger,
  suits?: (checkpoint: { cursor: string; at: number }) => boolean,
): Promise<Start> {
  let epoch = await log.epoch()
  for (const { name, cursor, at, stands } of await log.listCheckpoints()) {
    const position = fromCursor(cursor)
    if (!name.startsWith(prefix(basis)) || !position || suits?.({ cursor, at }) === false || !isProvable(position, stands))
      continue
    if (!await log.holds(position.last, stands)) {
      if (!suits && position.epoch === epoch)
        epoch = await log.renewEpoch(epoch)
      continue
    }
    try {
      const checkpoint = await log.getCheckpoint(name)
      const { snapshot, heard, missing } = await decodeCheckpoint(checkpoint!.body)
      return { state: fromSnapshot({ ...snapshot, basis }), position: { ...position, epoch }, stands, heard, ...(missing && { missing }) }
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

/** Whether it says the content of each entry that it has seen. */
function isProvable({ last }: LogPosition, stands: Checkpoint['stands']): stands is NonNullable<Checkpoint['stands']> {
  return stands !== undefined && STREAMS.every(stream => last[stream] === FIRST_ENTRY || stands[stream] !== undefined)
}

function prefix({ version }: Basis): string {
  return `${FOLD_VERSION}.${version}.`
}
