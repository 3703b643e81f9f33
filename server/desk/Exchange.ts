import type { Show } from '../../shared/protocol/wall/show.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { Cancel, Clock } from '../clock.ts'
import type { EventLog, Fields, Stands } from '../log/EventLog.ts'
import type { Logger } from '../Logger.ts'
import type { Office } from '../tenure/Office.ts'
import type { Term } from '../tenure/Term.ts'
import type { Rows } from './rows.ts'
import { z } from 'zod'
import { show as showSchema } from '../../shared/protocol/wall/show.ts'
import { compareEntryIds, entryMs, FIRST_ENTRY } from '../../shared/words/entryId.ts'
import { pause } from '../clock.ts'
import { entryHash } from '../log/entryHash.ts'
import { LogWentBackError } from '../log/LogWentBackError.ts'
import { rows as rowsSchema } from './rows.ts'

const STREAM = 'neighbours'
const BEAT_MS = 5000
/** A server that was not heard for so long is gone. */
const GONE_MS = 16_000
const KEPT_MS = 60_000
const BLOCK_MS = 5000
const BATCH = 200
const RETRY_MS = 1000
const TRIM_MS = 30_000

const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('there'), server: z.string(), rows: rowsSchema }),
  z.object({ kind: z.literal('show'), server: z.string(), wall: z.string(), show: showSchema }),
])

type Said = z.infer<typeof said>

interface Parts {
  log: Pick<EventLog, 'append' | 'read' | 'bounds' | 'trim'>
  clock: Clock
  logger: Logger
  /** Name of this server among those of its log. */
  id: string
  /** Somebody came, went or moved at another server. */
  changed: () => void
  /** Another server's desk drives a wall. */
  show: (wall: string, show: Show) => void
}

/**
 * Servers of one log tell each other who is there and drive each other's walls, by a stream of its own that keeps a minute (N5);
 * cutting it is an office.
 */
export class Exchange implements Office {
  private readonly others = new Map<string, { rows: Rows; heardAt: number }>()
  private readonly ended = new AbortController()
  private readonly endBeat: Cancel
  private rows: Rows = { officers: [], walls: [] }
  private term: Term | undefined
  private trimmedAt = -Infinity
  private last: EntryId = FIRST_ENTRY
  /** Hash of the entry there, by the stream's name. */
  private stands: Stands = {}
  private readonly reading: Promise<void>

  constructor(private readonly parts: Parts) {
    this.endBeat = parts.clock.every(BEAT_MS, () => this.beat())
    this.reading = this.follow()
  }

  /** Who is at the other servers. */
  get elsewhere(): Rows {
    const all = [...this.others.values()]
    return { officers: all.flatMap(({ rows }) => rows.officers), walls: all.flatMap(({ rows }) => rows.walls) }
  }

  /** Who is here now. */
  publish(rows: Rows): void {
    this.rows = rows
    void this.append({ kind: 'there', server: this.parts.id, rows })
  }

  /** False where the log could not be reached. */
  send(wall: string, show: Show): Promise<boolean> {
    return this.append({ kind: 'show', server: this.parts.id, wall, show })
  }

  take(term: Term): void {
    this.term = term
  }

  turn(): void {
    const now = this.parts.clock.monotonic()
    const fence = this.term?.fence
    if (!fence || this.last === FIRST_ENTRY || now - this.trimmedAt < TRIM_MS)
      return
    this.trimmedAt = now
    this.parts.log.trim(STREAM, `${Math.max(0, entryMs(this.last) - KEPT_MS)}-0`, fence)
      .catch((error: unknown) => this.parts.logger.debug({ err: error }, 'what servers told each other cannot be cut now'))
  }

  leave(): void {
    this.term = undefined
  }

  async end(): Promise<void> {
    this.endBeat()
    this.ended.abort()
    await this.reading
    if (!isEmpty(this.rows))
      await this.append({ kind: 'there', server: this.parts.id, rows: { officers: [], walls: [] } })
  }

  private async append(message: Said): Promise<boolean> {
    const { log } = this.parts
    try {
      await log.append([{ stream: STREAM, fields: { said: JSON.stringify(message) } }], 'accepted')
      return true
    }
    catch {
      // Whoever is here is said again at the next beat.
      return false
    }
  }

  private beat(): void {
    if (!isEmpty(this.rows))
      void this.append({ kind: 'there', server: this.parts.id, rows: this.rows })
    const now = this.parts.clock.monotonic()
    const before = this.others.size
    for (const [server, { heardAt }] of this.others) {
      if (now - heardAt > GONE_MS)
        this.others.delete(server)
    }
    if (this.others.size < before)
      this.parts.changed()
  }

  private async follow(): Promise<void> {
    const { log, clock, logger } = this.parts
    const { signal } = this.ended
    let begun: EntryId | undefined
    while (!signal.aborted) {
      try {
        if (begun === undefined) {
          begun = (await log.bounds(STREAM))?.last ?? FIRST_ENTRY
          this.last = `${Math.max(0, entryMs(begun) - GONE_MS)}-0`
          this.stands = {}
        }
        for (const { id, fields } of await log.read({ [STREAM]: this.last }, { limit: BATCH, blockMs: BLOCK_MS, signal, stands: this.stands })) {
          this.last = id
          this.stands = { [STREAM]: entryHash(fields) }
          this.hear(fields, compareEntryIds(id, begun) <= 0)
        }
      }
      catch (error) {
        // In a log that went backwards new entries may have smaller ids than the last one heard.
        if (error instanceof LogWentBackError)
          begun = undefined
        if (!signal.aborted)
          logger.debug({ err: error }, 'other servers cannot be heard; trying again')
        await pause(clock, RETRY_MS, signal)
      }
    }
  }

  /** @param old said before this server began to listen: walls are not driven by it any more */
  private hear({ said: text = '' }: Fields, old: boolean): void {
    const message = readSaid(text)
    if (!message || message.server === this.parts.id)
      return
    if (message.kind === 'show') {
      if (!old)
        this.parts.show(message.wall, message.show)
      return
    }
    if (isEmpty(message.rows))
      this.others.delete(message.server)
    else
      this.others.set(message.server, { rows: message.rows, heardAt: this.parts.clock.monotonic() })
    this.parts.changed()
  }
}

function isEmpty({ officers, walls }: Rows): boolean {
  return officers.length + walls.length === 0
}

function readSaid(text: string): Said | undefined {
  try {
    return said.safeParse(JSON.parse(text)).data
  }
  catch {
    return undefined
  }
}
