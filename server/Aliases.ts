import type { Incident } from '../shared/families/incident/Incident.ts'
import type { EpochMs } from '../shared/words/time/time.ts'
import { createHmac } from 'node:crypto'
import { entryMs } from '../shared/words/entryId.ts'
import { publicId } from '../shared/words/publicId.ts'
import { formerPublicId, isFormerAlias } from './formerAlias.ts'

const ALIAS = /^~[0-9a-z]{17}$/
const NAME_CHARS = 13
const CHECK_CHARS = 4
/** An HMAC takes some microseconds, and of a district's few thousand workers each moves every few seconds. */
const KEPT_MOST = 20_000

/**
 * Fixed stand-ins for ids of persons and things, made with the log's secret `alias`: nobody without it can say whether an id belongs to
 * one, and all servers of a log make the same (A20, A21). The alias of an alias is itself; what only looks like one is an id.
 */
export class Aliases {
  /** When the secret was made; ids that were told before then had another alias. */
  since: EpochMs = 0
  private known = new Map<string, string>()
  private before = new Map<string, string>()
  private key = new Uint8Array()

  /** @param secret as `EventLog.secret` answers it */
  constructor(secret: Uint8Array) {
    this.use(secret)
  }

  get secret(): Uint8Array {
    return this.key
  }

  /** Goes on with another secret, if it is another one. */
  use(secret: Uint8Array): void {
    if (Buffer.compare(this.key, secret) === 0)
      return
    this.key = Uint8Array.from(secret)
    this.since = Number.parseInt(Buffer.from(secret).toString('latin1'), 10) || 0
    this.known = new Map()
    this.before = new Map()
  }

  /** `~` and 17 letters or digits. */
  readonly of = (id: string): string => {
    let alias = this.known.get(id)
    if (alias === undefined) {
      alias = this.before.get(id) ?? this.make(id)
      // Two generations: what is still asked for outlives the one that goes.
      if (this.known.size >= KEPT_MOST) {
        this.before = this.known
        this.known = new Map()
      }
      this.known.set(id, alias)
    }
    return alias
  }

  /** By what a contact is found without being kept where it is searched: under the same key, and for each kind another one (A27). */
  hash(kind: 'name' | 'phone', value: string): string {
    return this.digits(`contact.${kind}`, value, NAME_CHARS)
  }

  /** An incident's id as it is told outside: itself if it can carry no person. */
  publicId(id: string): string {
    return publicId(id, this.of)
  }

  /** The matter that is called so: by its own id, by its public id, or by the one that was given out before there was a secret (A22). */
  incidentOf(incidents: ReadonlyMap<string, Incident>, asked: string): Incident | undefined {
    const known = incidents.get(asked)
    if (known || !asked.startsWith('~'))
      return known
    for (const incident of incidents.values()) {
      if (this.isCalled(incident, asked))
        return incident
    }
    return undefined
  }

  /** Whether outside a matter is, or was, called so. Of what came later nobody can have been told a former id: it would only help to guess. */
  isCalled({ id, openedEntry }: Pick<Incident, 'id' | 'openedEntry'>, asked: string): boolean {
    return this.publicId(id) === asked || (isFormerAlias(asked) && entryMs(openedEntry) < this.since && formerPublicId(id) === asked)
  }

  private make(id: string): string {
    if (ALIAS.test(id) && this.checkOf(id.slice(0, -CHECK_CHARS)) === id.slice(-CHECK_CHARS))
      return id
    const name = `~${this.digits('name', id, NAME_CHARS)}`
    return name + this.checkOf(name)
  }

  /** Shows who knows the secret that an alias is one. */
  private checkOf(name: string): string {
    return this.digits('check', name, CHECK_CHARS)
  }

  private digits(purpose: string, text: string, count: number): string {
    const bytes = createHmac('sha256', this.key).update(`${purpose}\0${text}`).digest()
    return bytes.readBigUInt64BE().toString(36).padStart(NAME_CHARS, '0').slice(-count)
  }
}
