import type { Decision } from '../../shared/commands/engine/Decision.ts'
import type { EngineFacts } from '../../shared/commands/engine/EngineFacts.ts'
import type { DutyRoster } from '../../shared/domain/duty/DutyRoster.ts'
import type { Incident } from '../../shared/families/incident/Incident.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { Clock } from '../clock.ts'
import type { Projection } from '../projection/Projection.ts'
import { nextDecision } from '../../shared/commands/engine/nextDecision.ts'
import { pause } from '../clock.ts'
import { DueQueue } from './DueQueue.ts'

const FILL_CHUNK = 500

/** A matter whose decision is due; `version` is the one that was looked at. */
export interface DueIncident {
  incident: Incident
  version: number
  decision: Decision
}

/** One moment a matter: when something next falls due for it. Only matters that were touched are looked at again. */
export class Agenda {
  private readonly queue = new DueQueue()
  private filling = 0
  /** Whether nothing has been looked at since the last {@link clear}, and whether everything has. */
  isEmpty = true
  isWhole = false

  constructor(private readonly projection: Projection, private readonly roster: DutyRoster, private readonly clock: Clock) {}

  get size(): number {
    return this.queue.size
  }

  /** The earliest moment, or Infinity. */
  get nextAt(): EpochMs {
    return this.queue.first()?.at ?? Infinity
  }

  /** Looks at every matter, in parts, so that serving goes on. */
  async fill(): Promise<void> {
    this.clear()
    this.isEmpty = false
    const turn = this.filling
    let looked = 0
    for (const id of this.projection.state.incident.incidents.keys()) {
      this.look(id)
      if (++looked % FILL_CHUNK === 0)
        await pause(this.clock, 0)
      if (turn !== this.filling)
        return
    }
    this.isWhole = true
  }

  clear(): void {
    this.filling++
    this.isEmpty = true
    this.isWhole = false
    this.queue.clear()
  }

  look(id: string, now = this.clock.now()): Decision | undefined {
    const { state } = this.projection
    const incident = state.incident.incidents.get(id)
    const decision = incident && nextDecision(incident, this.facts, now)
    if (decision)
      this.queue.set(id, decision.at)
    else
      this.queue.delete(id)
    return decision
  }

  /** What is due, earliest first, at most so many; each comes again at `again` unless it is touched before. */
  takeDue(now: EpochMs, most: number, again: EpochMs): DueIncident[] {
    const due: DueIncident[] = []
    while (this.nextAt <= now && due.length < most) {
      const { id } = this.queue.first()!
      const decision = this.look(id, now)
      if (!decision || decision.at > now)
        continue
      const incident = this.projection.state.incident.incidents.get(id)!
      due.push({ incident, version: incident.version, decision })
      this.queue.set(id, again)
    }
    return due
  }

  /** The matter is looked at again at `at`, unless it is touched before. */
  putOff(id: string, at: EpochMs): void {
    this.queue.set(id, at)
  }

  private get facts(): EngineFacts {
    const { state } = this.projection
    return { rules: state.basis.rules.engine, limits: state.limits, roster: this.roster, grids: state.basis.grids }
  }
}
