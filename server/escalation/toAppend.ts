import type { Decision } from '../../shared/commands/engine/Decision.ts'
import type { Incident } from '../../shared/families/incident/Incident.ts'
import type { EpochMs } from '../../shared/words/time/time.ts'
import type { LogPosition } from '../../shared/protocol/LogPosition.ts'
import type { GuardedAppend, Stands } from '../log/EventLog.ts'
import { hashOf } from '../log/standing.ts'

const SOURCE = 'wangge/engine'
const ACTOR = 'engine'
/** What is decided so much after it fell due says when that was. */
const LATE_MS = 60_000

/**
 * A decision as it is appended: stale if anything was said of the matter since `position`, and under an identity made of the
 * matter's version and the decision, so that it can be decided once only, by whomever.
 */
export function toAppend({ kind, at, event }: Decision, { id, version }: Pick<Incident, 'id' | 'version'>, { position: { epoch, last }, stands }: { position: LogPosition; stands: Stands }, now: EpochMs): GuardedAppend {
  return {
    entries: [{
      stream: 'incident',
      fields: {
        type: event.type,
        subject: id,
        source: SOURCE,
        id: `${epoch}/${id}/${version}/${kind}`,
        time: new Date(now).toISOString(),
        actor: ACTOR,
        data: JSON.stringify(now - at > LATE_MS ? { ...event.data, fellDue: new Date(at).toISOString() } : event.data),
      },
    }],
    guard: { stream: 'incident', subject: id, after: last.incident, ...(stands.incident !== undefined && { stands: hashOf(stands.incident) }) },
  }
}
