import type { Basis } from '../../../shared/domain/basis.ts'
import type { EntryId } from '../../../shared/words/entryId.ts'
import type { EventLog, Fence } from '../../log/EventLog.ts'
import type { Logger } from '../../Logger.ts'
import type { Projection } from '../Projection.ts'
import type { MatterIndex } from './MatterIndex.ts'
import type { MatterRecord } from './MatterRecord.ts'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { createGzip, gunzip } from 'node:zlib'
import { fromCursor } from '../../../shared/protocol/LogPosition.ts'
import { LogWentBackError } from '../../log/LogWentBackError.ts'
import { FOLD_VERSION } from '../../../shared/state/foldVersion.ts'
import { IncidentEntries } from './IncidentEntries.ts'

const KEPT = 2
const CHUNK = 500

interface Body { since: number; matters: (Omit<MatterRecord, 'entries'> & { entries: { added: number; steps: number[] } })[] }

/** Keeps the index in the log, of its own kind, at the projection's cursor: before the state's own checkpoint, so that none of these is ever without it. @throws LogWentBackError, and keeps nothing, if what was folded does not stand any more */
export async function putMatters(log: EventLog, projection: Projection, index: MatterIndex, { at, fence: held }: { at: number; fence: () => Fence | undefined }): Promise<void> {
  const { cursor } = projection
  const last = { ...projection.position.last }
  const stands = projection.hashes()
  const body = await buffer(Readable.from(pieces(index.since, index.all())).pipe(createGzip({ level: 4 })))
  if (!await log.holds(last, stands))
    throw new LogWentBackError('incident', last.incident)
  const fence = held()
  if (fence)
    await log.putCheckpoint({ name: `${kindOf(projection.state.basis)}.${at}`, cursor, at, stands, body }, KEPT, fence)
}

/** Takes the newest index in that was kept and still stands; where none does, what was reported before now is not all there, and it says so. @throws LogUnavailableError */
export async function loadMatters(log: EventLog, projection: Projection, index: MatterIndex, logger: Logger, now: number): Promise<void> {
  const { turns } = index
  const { basis } = projection.state
  for (const { name, cursor, stands } of await log.listCheckpoints()) {
    const last = fromCursor(cursor)?.last
    if (!name.startsWith(`${kindOf(basis)}.`) || !last || !stands || !await log.holds({ incident: last.incident }, stands.incident === undefined ? {} : { incident: stands.incident }))
      continue
    try {
      const { since, matters } = await decode((await log.getCheckpoint(name))!.body)
      if (turns === index.turns)
        take(index, since, matters, last.incident)
      return
    }
    catch (error) {
      logger.warn({ err: error, name }, 'an index of matters cannot be read; an older one is taken')
    }
  }
  index.lack(now)
}

function take(index: MatterIndex, since: number, matters: Body['matters'], upTo: EntryId): void {
  index.lack(since)
  index.load(matters.map(({ entries, ...record }) => ({ ...record, entries: IncidentEntries.from(entries) })), upTo)
}

async function decode(body: Uint8Array): Promise<Body> {
  return JSON.parse((await promisify(gunzip)(body)).toString()) as Body
}

function* pieces(since: number, matters: readonly MatterRecord[]): Generator<string> {
  yield `{"since":${since},"matters":[`
  for (let from = 0; from < matters.length; from += CHUNK) {
    const some = matters.slice(from, from + CHUNK).map(({ entries, ...record }) => ({ ...record, entries: entries.written() }))
    yield (from > 0 ? ',' : '') + JSON.stringify(some).slice(1, -1)
  }
  yield ']}'
}

/** No state's checkpoint is called so: their kind ends where this one goes on. */
function kindOf({ version }: Pick<Basis, 'version'>): string {
  return `${FOLD_VERSION}.${version}/matters`
}
