import type { Decision } from '../../shared/commands/engine/Decision.ts'
import type { EngineFacts } from '../../shared/commands/engine/EngineFacts.ts'
import type { EngineRules } from '../../shared/domain/district/engineRules.ts'
import type { Organisation } from '../../shared/domain/district/organisationsFile.ts'
import type { StaffMember } from '../../shared/domain/district/staffFile.ts'
import type { WanggeEvent } from '../../shared/state/event.ts'
import type { Incident } from '../../shared/families/incident/Incident.ts'
import { nextDecision } from '../../shared/commands/engine/nextDecision.ts'
import { escalationRules } from '../../shared/domain/district/escalationRules.ts'
import { DutyRoster } from '../../shared/domain/duty/DutyRoster.ts'
import { emptyState } from '../../shared/state/emptyState.ts'
import { fold } from '../../shared/state/fold.ts'
import { LEVELS } from '../../shared/words/level.ts'
import { SEVERITIES } from '../../shared/words/severity.ts'
import { tinyBasis } from './tinyBasis.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** With minutes for sign-for: 10 for severity I, 40 for IV. */
const acknowledge = SEVERITIES.flatMap((severity, i) => LEVELS.map(level => ({ severity, level, clock: 'acknowledge', limit: `PT${i + 1}0M`, time: 'calendar', warnAt: 0.75 } as const)))

interface Choice {
  now?: number
  rules?: Partial<Omit<EngineRules, 'cards'>> & { cards?: Partial<EngineRules['cards']> }
  staff?: StaffMember[]
  organisations?: Organisation[]
}

/** A state and the engine's rules over a time that a test moves: no log, no server. */
export class EngineWorld {
  now: number
  readonly state
  /** What was decided, in order, with the minute since the beginning. */
  readonly decided: { minute: number; id: string; decision: Decision }[] = []
  private readonly begin: number
  readonly facts: EngineFacts
  private serial = 0

  constructor({ now = Date.UTC(2026, 10, 24, 1), rules = {}, staff = [], organisations = [] }: Choice = {}) {
    this.begin = this.now = now
    const all = escalationRules.parse({ engine: rules })
    this.state = emptyState({ ...tinyBasis, limits: [...tinyBasis.limits, ...acknowledge], rules: all })
    const seats = [{ name: { zh: '值班席 1' }, role: 'dutyOfficer' as const }, { name: { zh: '值班席 2' }, role: 'dutyOfficer' as const }, { name: { zh: '带班席' }, role: 'dutyLead' as const }]
    this.facts = { rules: all.engine, limits: this.state.limits, roster: new DutyRoster({ timeZone: 'Asia/Shanghai', staff, organisations, seats }), grids: this.state.basis.grids }
  }

  matter(id = 'WG-1'): Incident {
    return this.state.incident.incidents.get(id)!
  }

  /** Reports a matter of severity IV in the first grid unless told otherwise. */
  report(data: object = {}, id = 'WG-1'): void {
    this.tell('reported', { category: 'facility', severity: 'IV', channel: 'app', grid: tinyBasis.grids[0]!, ...data }, id)
  }

  /** Somebody does something now; answers what the fold said. */
  tell(move: string, data: object = {}, id = 'WG-1', actor = 'seat-1') {
    const event = { stream: 'incident', entry: `${this.now}-${this.serial}`, type: `incident.${move}`, time: new Date(this.now).toISOString(), source: 'test', id: String(this.serial++), subject: id, actor, data }
    return fold(this.state, event as WanggeEvent).outcome
  }

  /** Tells these one after another, now. */
  tellAll(...moves: string[]): void {
    for (const move of moves) {
      if (this.tell(move) !== 'applied')
        throw new Error(`${move} is not lawful at ${this.matter().stage}`)
    }
  }

  next(id = 'WG-1'): Decision | undefined {
    return nextDecision(this.matter(id), this.facts, this.now)
  }

  /** Time goes on; what falls due is decided at its moment. */
  run(ms: number): this {
    const end = this.now + ms
    for (let due = this.first(); due && due.decision.at <= end; due = this.first()) {
      this.now = Math.max(this.now, due.decision.at)
      this.decide(due)
    }
    this.now = end
    return this
  }

  /** Time goes on while no engine runs. */
  sleep(ms: number): this {
    this.now += ms
    return this
  }

  get kinds(): string[] {
    return this.decided.map(({ minute, decision }) => `${minute} ${decision.kind}${decision.event.type === 'incident.escalated' ? ` ${decision.event.data.to}` : ''}`)
  }

  private first(): Due | undefined {
    let first: Due | undefined
    for (const id of this.state.incident.incidents.keys()) {
      const decision = this.next(id)
      if (decision && decision.at < (first?.decision.at ?? Infinity))
        first = { id, decision }
    }
    return first
  }

  private decide({ id }: Due): void {
    // Anew: who is on duty, and what is too late to say, is judged at the moment itself.
    const decision = this.next(id)!
    this.decided.push({ minute: (this.now - this.begin) / MINUTE, id, decision })
    const outcome = this.tell(decision.event.type.slice('incident.'.length), decision.event.data, id, 'engine')
    if (outcome !== 'applied')
      throw new Error(`the engine's ${decision.kind} of ${id} was ${outcome} at stage ${this.matter(id).stage}`)
  }
}

interface Due {
  id: string
  decision: Decision
}
