import type { EscalationRules } from '../../../domain/district/escalationRules.ts'
import type { EpochMs } from '../../../words/time/time.ts'
import type { Incident } from '../Incident.ts'
import { isEnded } from '../../../domain/stages.ts'
import { durationMs } from '../../../words/time/durationMs.ts'

/** The upward report 值班信息报送 that is due next, epoch ms. */
export interface ReportDue {
  kind: 'first' | 'follow-up' | 'final'
  by: 'phone' | 'writing'
  dueAt: EpochMs
}

/**
 * What must be reported upward next, and by when (M2): of a grave matter the first report by telephone, then in writing,
 * counted from when it became so grave; then a follow-up before the set time has passed since the last one; when the matter
 * has ended, the final one. Undefined where nothing is due.
 */
export function reportDue({ severity, severityAt, stage, phonedAt, writtenAt, reports, reportKind, reportAt, movedAt }: Incident, { reportUpward }: Pick<EscalationRules, 'reportUpward'>): ReportDue | undefined {
  const { severities, phone, writing, followUp } = reportUpward
  if (reportKind === 'final' || stage === 'merged' || stage === 'rejected' || (!severities.includes(severity) && reports === 0))
    return undefined
  if (phonedAt === 0 && writtenAt === 0)
    return { kind: 'first', by: 'phone', dueAt: severityAt + durationMs(phone) }
  if (writtenAt === 0)
    return { kind: 'first', by: 'writing', dueAt: severityAt + durationMs(writing) }
  return isEnded(stage)
    ? { kind: 'final', by: 'writing', dueAt: movedAt + durationMs(followUp) }
    : { kind: 'follow-up', by: 'writing', dueAt: reportAt + durationMs(followUp) }
}
