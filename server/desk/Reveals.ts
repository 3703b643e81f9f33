import type { RevealAnswer } from '../../shared/protocol/desk/revealAnswer.ts'
import type { RevealAsk } from '../../shared/protocol/desk/reveal.ts'
import type { District } from '../../shared/domain/district/District.ts'
import type { EntryId } from '../../shared/words/entryId.ts'
import type { Clock } from '../clock.ts'
import type { Commands } from '../commands/Commands.ts'
import type { Entry, EventLog } from '../log/EventLog.ts'
import type { Projection } from '../projection/Projection.ts'
import type { EntryRead } from '../read/EntryRead.ts'
import { idOfSeat } from '../../shared/domain/duty/idOfSeat.ts'
import { fixFor } from '../../shared/events/fixFor.ts'
import { revealAsk } from '../../shared/protocol/desk/reveal.ts'
import { EventRate } from '../ingest/EventRate.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'

/** How often a seat may ask at once, and how many of these come back in a minute; on each server. */
const AT_ONCE = 20
const A_MINUTE = 20
const STAFF = 'staff:'
const SOURCE = 'wangge/reveal'
/** Who looked at whose number, of the staff: beside the streams that are folded. */
const STREAM = 'reveals'

interface Parts {
  log: Pick<EventLog, 'append' | 'range' | 'offers'>
  clock: Clock
  projection: Projection
  commands: Pick<Commands, 'execute'>
  district: Pick<District, 'seats' | 'staff'>
  read: (entry: Entry) => EntryRead
}

/** 显示: contact that is masked everywhere is answered to the seat that asks, after it was kept who asked and what for (A26). */
export class Reveals {
  private readonly seats: ReadonlySet<string>
  private readonly staff: ReadonlyMap<string, District['staff'][number]>
  private readonly rate: EventRate

  constructor(private readonly parts: Parts) {
    this.seats = new Set(parts.district.seats.map(idOfSeat))
    this.staff = new Map(parts.district.staff.map(person => [person.id, person]))
    this.rate = new EventRate(A_MINUTE / 60, parts.clock, AT_ONCE)
  }

  /** Never rejects for what is sent or for a log that is away. */
  async ask(message: unknown): Promise<RevealAnswer> {
    const parsed = revealAsk.safeParse(message)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!
      return { accepted: false, reason: 'bad-command', path: issue.path.join('.'), message: fixFor(issue) }
    }
    const ask = parsed.data
    if (!this.seats.has(ask.actor))
      return { accepted: false, reason: 'unknown-actor', path: 'actor', message: 'Give a seat of the duty shift; nobody else is shown this.' }
    const seconds = this.rate.secondsToWait(ask.actor)
    if (seconds > 0)
      return { accepted: false, reason: 'too-many', seconds, message: `More than ${A_MINUTE} times a minute; ask again in ${seconds} s.` }
    this.rate.spend(ask.actor, 1)
    try {
      return ask.subject.startsWith(STAFF) ? await this.ofStaff(ask) : await this.ofMatter(ask)
    }
    catch (error) {
      if (error instanceof LogUnavailableError)
        return { accepted: false, reason: 'log-away', message: 'The log cannot keep who asks now, so nothing is shown; ask again in a moment.' }
      throw error
    }
  }

  private async ofStaff({ id, actor, subject, fields, why, about }: RevealAsk): Promise<RevealAnswer> {
    const person = this.staff.get(subject.slice(STAFF.length))
    if (!person)
      return { accepted: false, reason: 'no-such-holder', path: 'subject', message: 'Nobody of the staff has this id.' }
    const values = valuesOf(person, fields)
    const data = JSON.stringify({ fields, why, ...(about !== undefined && { about }) })
    const [kept] = await this.parts.log.append([{ stream: STREAM, fields: { type: 'staff.revealed', subject: person.id, source: SOURCE, id: `${actor}/${id}`, time: new Date(this.parts.clock.now()).toISOString(), actor, data } }], this.parts.log.offers)
    return { accepted: true, subject, values, entry: kept!.id }
  }

  private async ofMatter({ id, actor, subject, fields, why }: RevealAsk): Promise<RevealAnswer> {
    const { commands, projection } = this.parts
    // It contradicts nobody, so it rests on no version.
    const answer = await commands.execute({ type: 'reveal', id, incident: subject, version: '0-0', actor, data: { fields, why } })
    if (!answer.accepted)
      return answer
    const incident = projection.state.incident.incidents.get(subject)
    const values = incident && await this.callerOf(incident.openedEntry)
    if (!values)
      return { accepted: false, reason: 'log-away', message: 'It was kept that you asked, and its report cannot be read now; ask again in a moment.' }
    return { accepted: true, subject, values: valuesOf(values, fields), entry: answer.entries.at(-1)! }
  }

  private async callerOf(opened: EntryId): Promise<Contact | undefined> {
    const [entry] = await this.parts.log.range('incident', opened, opened, 1)
    const read = entry && this.parts.read(entry)
    return read?.outcome === 'event' && read.event.type === 'incident.reported' ? read.event.data.reporter ?? {} : undefined
  }
}

type Contact = { [F in RevealAsk['fields'][number]]?: string | undefined }

function valuesOf(of: Contact, fields: RevealAsk['fields']): Record<string, string> {
  return Object.fromEntries(fields.flatMap(field => of[field] === undefined ? [] : [[field, of[field]]]))
}
