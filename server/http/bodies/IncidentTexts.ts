import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { IncidentRecord } from '../../../shared/families/incident/IncidentPart.ts'
import type { State } from '../../../shared/state/State.ts'

/** Matters of one piece: few, so that writing one anew costs little. */
const AT_ONCE = 16
/** So many pieces may be written anew in one go. */
const AT_THE_END = 50

interface Piece {
  ids: readonly string[]
  text: Buffer
}

/**
 * The matters of a state as JSON records, written piece by piece while the fold goes on: pieces whose matters have changed are written again,
 * until so few are left that the rest is done at once. From then on all of them are of one moment.
 */
export class IncidentTexts {
  private readonly pieces: Piece[] = []
  private readonly pieceOf = new Map<string, number>()
  private readonly stale = new Set<number>()
  private waiting: string[]

  /** @param write records of some matters as JSON, comma between them; none for those that do not belong here */
  constructor(private readonly state: State, private readonly write: (records: readonly IncidentRecord[]) => string) {
    this.waiting = [...state.incident.incidents.keys()]
  }

  /** A matter came or changed. */
  touch(id: string): void {
    const piece = this.pieceOf.get(id)
    if (piece !== undefined)
      this.stale.add(piece)
    else
      this.waiting.push(id)
  }

  /** Writes one piece more; false when the rest can be done at once. */
  step(): boolean {
    if (this.waiting.length > AT_ONCE) {
      this.add(this.waiting.splice(-AT_ONCE))
      return true
    }
    if (this.stale.size <= AT_THE_END)
      return false
    this.renew(this.stale.values().next().value!)
    return true
  }

  /** Texts of all matters as they are now; no comma before the first and none behind the last. */
  finish(): Buffer[] {
    const { incidents } = this.state.incident
    for (const [id, piece] of this.pieceOf) {
      if (!incidents.has(id))
        this.stale.add(piece)
    }
    this.add(this.waiting.splice(0))
    for (const piece of this.stale)
      this.renew(piece)
    const comma = Buffer.from(',')
    return this.pieces.filter(({ text }) => text.length > 0).flatMap(({ text }, i) => i === 0 ? [text] : [comma, text])
  }

  private add(some: readonly string[]): void {
    // One may have been touched more than once while it waited.
    const ids = [...new Set(some)].filter(id => !this.pieceOf.has(id))
    ids.forEach(id => this.pieceOf.set(id, this.pieces.length))
    this.pieces.push({ ids, text: this.textOf(ids) })
  }

  private renew(piece: number): void {
    this.stale.delete(piece)
    const { ids } = this.pieces[piece]!
    this.pieces[piece] = { ids, text: this.textOf(ids) }
  }

  private textOf(ids: readonly string[]): Buffer {
    const { basis, incident: { incidents } } = this.state
    const here = ids.map(id => incidents.get(id)).filter((each): each is Incident => each !== undefined)
    return Buffer.from(this.write(here.map(each => ({ ...each, grid: basis.grids[each.grid]! }))))
  }
}
