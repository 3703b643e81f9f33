import type { LogHealth } from '../read/LogHealth.ts'
import { assertNever } from '../../shared/words/assertNever.ts'

type Said = LogHealth['said']

/** Why the picture is less than it looks though it is served, one sentence each: what `/readyz` says beside what the screens' strips say (T10–T14). */
export function reasonsOf({ unwritable, unfit, said: { clock, loss } }: Pick<LogHealth, 'unwritable' | 'unfit' | 'said'>): string[] {
  return [
    ...unwritable ? [`The log takes no writes: ${unwritable}`] : [],
    ...loss ? [lossSentence(loss)] : [],
    ...unfit ? [unfit] : [],
    ...clock ? [clockSentence(clock)] : [],
  ]
}

function lossSentence({ at, times, missing }: NonNullable<Said['loss']>): string {
  const when = times === 1 ? `at ${new Date(at).toISOString()}` : `${times} times, last at ${new Date(at).toISOString()}`
  const what = missing === 0 ? 'no open matter is missing' : missing === 1 ? '1 open matter is missing' : `${missing} open matters are missing`
  return `The log went back or lost entries ${when}: ${what}. Nobody has signed for it at a desk yet.`
}

function clockSentence({ fault, ms }: NonNullable<Said['clock']>): string {
  const by = `${Math.round(ms / 1000)} s`
  switch (fault) {
    case 'server-ahead': return `The clock of this server is ${by} ahead of the log's; set it right. Until then nothing is escalated.`
    case 'server-behind': return `The clock of this server is ${by} behind the log's; set it right. Until then nothing is escalated.`
    case 'log-ahead': return `The newest entry of the log lies ${by} ahead of now: a clock was wrong when it was written. Until then nothing is escalated.`
    default: return assertNever(fault)
  }
}
