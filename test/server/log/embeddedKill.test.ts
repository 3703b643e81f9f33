import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EmbeddedEventLog } from '../../../server/log/embedded/EmbeddedEventLog.ts'
import { FIRST_ENTRY } from '../../../shared/words/entryId.ts'
import { startProgram } from '../../support/startProgram.ts'
import { waitFor } from '../../support/waitFor.ts'

const program = 'test/support/appendUntilKilled.ts'
const clock = { now: () => Date.now() }

// Programs start and disks flush slowly on a busy machine.
describe('the embedded log after kill -9', { timeout: 120_000 }, () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wangge-kill-'))
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  it('[L14] holds every entry that was answered as durable, three kills in a row', async () => {
    const printed: string[] = []
    for (let round = 1; round <= 3; round++) {
      await using writer = startProgram(program, dataDir)
      await waitFor('the program to have appended', () => writer.lines.length >= 100, 60_000, () => [writer.lines.length, writer.errors()])
      await writer.kill('SIGKILL')
      printed.push(...writer.lines.map(line => line.split(' ')[0]!))
    }
    await using log = new EmbeddedEventLog({ dataDir, clock })
    const entries = await log.range('incident', FIRST_ENTRY, '9999999999999-0', 1_000_000)
    const held = new Set(entries.map(entry => entry.id))
    // Rounds use the same identities: a repeated one prints the first entry's id.
    expect(printed.length).toBeGreaterThanOrEqual(300)
    expect(printed.filter(id => !held.has(id))).toEqual([])
    for (const { fields } of entries)
      expect(fields.data).toBe('井'.repeat(Number(fields.id) % 500))
    expect(new Set(entries.map(({ fields }) => `${fields.source} ${fields.id}`)).size).toBe(entries.length)
  })

  it('[L16] refuses a directory that another process uses, with one sentence, until that process is dead', async () => {
    await using writer = startProgram(program, dataDir)
    await waitFor('the program to have appended', () => writer.lines.length > 0, 60_000, () => writer.errors())
    expect(readFileSync(join(dataDir, 'log', 'lock'), 'utf8')).toMatch(new RegExp(`^${writer.pid} `))
    expect(() => new EmbeddedEventLog({ dataDir, clock })).toThrow(
      `The embedded log in ${join(dataDir, 'log')} is in use by process ${writer.pid}; stop it, or set DATA_DIR to another directory.`,
    )
    await writer.kill('SIGKILL')
    await using log = new EmbeddedEventLog({ dataDir, clock })
    expect(await log.bounds('incident')).toBeDefined()
  })
})
