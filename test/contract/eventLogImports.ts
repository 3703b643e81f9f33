import type { EventLog } from '../../server/log/EventLog.ts'
import { describe, expect, it } from 'vitest'
import { compareEntryIds } from '../../shared/words/entryId.ts'
import { heldFence } from '../support/heldTerm.ts'
import { all, incident } from './incidentEntries.ts'

/** What a log takes over from another one. */
export function eventLogImportContract(open: () => Promise<EventLog>): void {
  describe('import', () => {
    it('[L37] entries keep their ids, their order and their identities, and the next one comes behind them', async () => {
      await using log = await open()
      const ahead = Date.now() + 3_600_000
      const entries = [`${ahead - 8 * 86_400_000}-0`, `${ahead - 5000}-7`, `${ahead - 5000}-2047`, `${ahead}-0`].map((id, i) => ({ ...incident(`e${i}`), id }))
      expect(await log.importEntries('incident', entries.slice(0, 2))).toEqual({ renamed: 0 })
      expect(await log.importEntries('incident', entries.slice(2))).toEqual({ renamed: 0 })
      expect(await all(log)).toEqual(entries)
      const answers = await log.append(entries.map(({ stream, fields }) => ({ stream, fields })))
      expect(answers.map(({ outcome }) => outcome)).toEqual(['appended', 'duplicate', 'duplicate', 'duplicate'])
      expect(answers.slice(1).map(({ id }) => id)).toEqual(entries.slice(1).map(({ id }) => id))
      expect(compareEntryIds(answers[0]!.id, entries.at(-1)!.id)).toBeGreaterThan(0)
    })

    it('[L37] names the streams that hold entries', async () => {
      await using log = await open()
      expect(await log.streams()).toEqual([])
      await log.importEntries('patrol', [{ stream: 'patrol', id: '1764000000000-0', fields: { type: 'x' } }])
      await log.append([incident('a'), { stream: 'grid-status', fields: { type: 'x' } }])
      await log.acquireLease('engine', 'one', 60_000)
      await log.trim('grid-status', '9999999999999-0', await heldFence(log))
      expect(await log.streams()).toEqual(['incident', 'patrol'])
    })
  })
}
