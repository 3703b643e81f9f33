import type { Entry } from '../../../server/log/EventLog.ts'
import { decode } from '../../support/decode.ts'
import { emptyState } from '../../../shared/state/emptyState.ts'
import { fold } from '../../../shared/state/fold.ts'
import { madeBasis } from '../load/madeBasis.ts'
import { MadeEntries } from './MadeEntries.ts'
import { cpuMs } from '../cpuClock.ts'

/** What the server's reader takes at once. */
const CHUNK = 1500

/** Nanoseconds an event, of each chunk: `ours` decodes, checks and folds log entries; `wholeJson` parses the same events from one JSON text each; `dataJson` parses their data alone. */
export function schemaCosts({ warm, rounds }: { warm: number; rounds: number }): Record<'ours' | 'wholeJson' | 'dataJson', number[]> {
  const basis = madeBasis(147)
  const state = emptyState(basis)
  const made = MadeEntries.of(basis)
  const costs = { ours: [] as number[], wholeJson: [] as number[], dataJson: [] as number[] }
  for (let round = -warm; round < rounds; round++) {
    const entries = made.take(CHUNK)
    const texts = entries.map(wholeText)
    const chunk = {
      ours: () => entries.forEach((entry) => {
        const read = decode(entry)
        if (read.outcome !== 'event' || fold(state, read.event).outcome !== 'applied')
          throw new Error(`the bench made a bad entry: ${JSON.stringify(read)}`)
      }),
      wholeJson: () => texts.forEach(text => parsed = JSON.parse(text)),
      dataJson: () => entries.forEach(({ fields }) => parsed = JSON.parse(fields.data!)),
    }
    const names = ['ours', 'wholeJson', 'dataJson'] as const
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const began = cpuMs()
      chunk[name]()
      if (round >= 0)
        costs[name].push((cpuMs() - began) / CHUNK * 1e6)
    }
  }
  if (parsed === undefined)
    throw new Error('nothing was parsed')
  return costs
}

/** Kept, so that no parse can be left out as useless. */
let parsed: unknown

function wholeText({ id, fields: { data, ...attributes } }: Entry): string {
  return `${JSON.stringify({ specversion: '1.0', source: 'redis', id, ...attributes }).slice(0, -1)},"data":${data}}`
}
