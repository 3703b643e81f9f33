import type { LimitTable } from '../../domain/LimitTable.ts'
import type { EpochMs } from '../../words/time/time.ts'
import type { SosCall } from './SosCall.ts'

/** When the seat that is called now has had its time to sign: the limit for sign-for of severity I in a grid; Infinity where none is set, or nobody is called. */
export function sosSignBy({ stage, calledAt }: Pick<SosCall, 'stage' | 'calledAt'>, limits: LimitTable): EpochMs {
  return stage === 'calling' ? limits.dueAt('I', 'grid', 'acknowledge', calledAt) : Infinity
}
