import type { Term } from '../../server/tenure/Term.ts'
import { pause, systemClock } from '../../server/clock.ts'
import { openEventLog } from '../../server/log/openEventLog.ts'
import { Tenure } from '../../server/tenure/Tenure.ts'
import { quietLogger } from './quietLogger.ts'

/**
 * A program for tests: holds the lease `tenure` of the log that its arguments name and, while it has a term, writes all that an office writes,
 * by the fence that it was given and without looking at the time. Prints what became of each write, and `left` when its term is over.
 */
const [redisUrl = '', holder = ''] = process.argv.slice(2)
const log = await openEventLog({ redisUrl, dataDir: '', districtCode: '152921', clock: systemClock })
const offices = [{
  take: (term: Term) => {
    say(`took ${term.token}`)
    void writeOn(term)
  },
  leave: () => say('left'),
}]
await new Tenure({ log, clock: systemClock, logger: quietLogger, lease: 'tenure', holder, offices }).begin()

async function writeOn(term: Term): Promise<void> {
  const fence = { lease: 'tenure', token: term.token }
  // Once more after it is over: what sleeps does not know that it is.
  for (let i = 0, isOver = false; !isOver; i++) {
    isOver = term.signal.aborted
    const appended = await log.appendFenced({ entries: [{ stream: 'rejected', fields: { by: holder, n: String(i) } }] }, fence)
    const kept = await log.putCheckpoint({ name: `${holder}.${i}`, cursor: '', at: i, body: new Uint8Array([1]) }, 1000, fence)
    const trimmed = await log.trim('incident', '9999999999999-0', fence)
    say([Array.isArray(appended) ? 'appended' : appended.outcome, kept.outcome, typeof trimmed === 'number' ? 'trimmed' : trimmed.outcome].join(' '))
    await pause(systemClock, 5)
  }
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}

setInterval(() => {}, 60_000)
