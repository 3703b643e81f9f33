import type { SimulatedEvent } from '../day/SimulatedEvent.ts'
import type { Standing } from './Standing.ts'
import { isEnded } from '../../../shared/domain/stages.ts'
import { asItStands } from './asItStands.ts'

type Seen = ReadonlyMap<string, Standing>

/** Where every matter stands: what was told here, and what others did meanwhile. Those who act look before they act. */
export class Standings {
  private readonly known = new Map<string, Standing>()
  private hasSeen = false

  /** @param look what everybody sees now; undefined if it cannot be seen */
  constructor(private readonly look: (signal: AbortSignal) => Promise<Seen | undefined>) {}

  /** The events as they are told, with matters as they stand. */
  async adapt(events: readonly SimulatedEvent[], signal: AbortSignal): Promise<SimulatedEvent[]> {
    if (events.some(({ type }) => type.startsWith('incident.') && type !== 'incident.reported'))
      this.learn(await this.look(signal))
    return events.flatMap(event => this.isKnown(event) ? asItStands(event, this.known) : [event])
  }

  /** What is seen may be a second old: of what was told since, our own knowledge is the newer. */
  private learn(seen: Seen | undefined): void {
    if (!seen)
      return
    this.hasSeen = true
    for (const [id, standing] of this.known) {
      if (isEnded(standing.stage) && !seen.has(id))
        this.known.delete(id)
    }
    for (const [id, standing] of seen) {
      if (standing.version >= (this.known.get(id)?.version ?? 0))
        this.known.set(id, standing)
    }
  }

  /** Whether it is about a matter whose standing can be judged; who has never seen anything tells what was planned. */
  private isKnown({ type, subject }: SimulatedEvent): boolean {
    return type.startsWith('incident.') && (this.hasSeen || type === 'incident.reported' || this.known.has(subject))
  }
}
