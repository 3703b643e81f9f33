import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EmbeddedEventLog } from '../../../../server/log/embedded/EmbeddedEventLog.ts'
import { DAMAGES, dataFile } from '../../../support/embeddedDamage.ts'
import { heldFence } from '../../../support/heldTerm.ts'
import { temporaryFolder } from '../../../support/temporaryFolder.ts'

const clock = { now: () => Date.now() }
const ENTRIES = 3000

// Each opening walks in a process of its own, which starts slowly on a busy machine.
describe('an embedded log whose file is damaged', { timeout: 120_000 }, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  const open = (dataDir: string, districtCode = '152921') => EmbeddedEventLog.open({ dataDir, districtCode, clock })

  beforeAll(async () => {
    folder = await temporaryFolder()
    await using log = new EmbeddedEventLog({ dataDir: join(folder.path, 'whole'), districtCode: '152921', clock })
    for (let i = 0; i < ENTRIES; i += 500)
      await log.append(Array.from({ length: 500 }, (_, k) => ({ stream: 'incident', fields: { type: 'incident.reported', source: 'test', id: `e${i + k}`, subject: `WG-${i + k}`, data: `{"description":"井盖 ${'c'.repeat(300)}"}` } })), 'accepted')
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  it.each(Object.entries(DAMAGES))('[L31] %s: the start ends in one sentence that says what is wrong, what is whole and how to go on', async (name, damage) => {
    const dataDir = copyOf('whole', name)
    damage(dataFile(dataDir), seeded(7))
    const words = await open(dataDir).then(() => 'it opened', (error: Error) => error.message)
    expect(words).toMatch(/^The embedded log in \S+ is damaged: [^\n]+; certainly whole: \d+ of 3000 in incident; [^\n]+npm run restore[^\n]+npm run log:rescue -- --to DIR[^\n]+DATA_DIR=DIR[^\n]+npm run log:check[^\n]+\.$/)
    expect(existsSync(join(dataDir, 'log/lock'))).toBe(false)
  })

  it('[L31] one letter of one text that is another one is found', async () => {
    const dataDir = copyOf('whole', 'letter')
    const bytes = readFileSync(dataFile(dataDir))
    for (let at = bytes.indexOf('WG-1234'); at >= 0; at = bytes.indexOf('WG-1234', at + 1))
      bytes.write('X', at)
    writeFileSync(dataFile(dataDir), bytes)
    await expect(open(dataDir)).rejects.toThrow(/of 3000 entries of incident 2\d{3} are certainly whole \(1 blocks of it differ from what was written\)/)
  })

  it('[L30] a folder without a mark is taken over once, says so, and is compared from then on', async () => {
    const dataDir = copyOf('whole', 'old')
    rmSync(join(dataDir, 'log/marks'), { recursive: true })
    const descriptions: string[] = []
    for (let i = 0; i < 2; i++) {
      await using log = await open(dataDir)
      descriptions.push(log.description)
    }
    expect(descriptions).toEqual([expect.stringContaining('taken over as it is'), `embedded, in ${join(dataDir, 'log')}`])
    DAMAGES['200 bits are flipped']!(dataFile(dataDir), seeded(8))
    await expect(open(dataDir)).rejects.toThrow('is damaged')
  })

  it('[L32] another district\'s data set is refused, whether its code stands in the file or beside it', async () => {
    for (const lost of ['log/marks/district', undefined]) {
      const dataDir = copyOf('whole', `other ${lost ?? ''}`)
      if (lost !== undefined)
        rmSync(join(dataDir, lost))
      await expect(open(dataDir, '152922')).rejects.toThrow(/^The embedded log in .* is that of district 152921, and the data set is that of 152922: set DATA_DIR/)
      await using log = await open(dataDir)
      expect(await log.bounds('incident')).toBeDefined()
    }
  })

  it('[L30] what was trimmed on purpose is missed by nobody, and what stays of a block that was cut through is still compared', async () => {
    const dataDir = copyOf('whole', 'trimmed')
    {
      await using log = await open(dataDir)
      const entries = await log.range('incident', '0-0', '9999999999999-0', ENTRIES)
      const fence = await heldFence(log)
      expect(await log.trim('incident', entries[1000]!.id, fence)).toBe(1000)
      await log.append([{ stream: 'incident', fields: { type: 'x' } }])
      expect(await log.trim('incident', entries[1100]!.id, fence)).toBe(100)
    }
    {
      await using log = await open(dataDir)
      expect(await log.range('incident', '0-0', '9999999999999-0', ENTRIES)).toHaveLength(1901)
    }
    const bytes = readFileSync(dataFile(dataDir))
    for (let at = bytes.indexOf('WG-1101'); at >= 0; at = bytes.indexOf('WG-1101', at + 1))
      bytes.write('X', at)
    writeFileSync(dataFile(dataDir), bytes)
    await expect(open(dataDir)).rejects.toThrow('of 1901 entries of incident')
  })

  function copyOf(from: string, name: string): string {
    const to = join(folder.path, name.replaceAll(/\W/g, '-'))
    cpSync(join(folder.path, from), to, { recursive: true })
    return to
  }
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
