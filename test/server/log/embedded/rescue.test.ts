import type { Entry } from '../../../../server/log/EventLog.ts'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EmbeddedEventLog } from '../../../../server/log/embedded/EmbeddedEventLog.ts'
import { rescueLog } from '../../../../server/log/embedded/rescue/rescueLog.ts'
import { DAMAGES, dataFile } from '../../../support/embeddedDamage.ts'
import { heldFence } from '../../../support/heldTerm.ts'
import { temporaryFolder } from '../../../support/temporaryFolder.ts'

const clock = { now: () => Date.now() }
const STREAMS = ['incident', 'patrol', 'rejected', 'handovers']
const typeIn: Readonly<Record<string, Record<string, string>>> = {
  incident: { type: 'incident.reported' },
  patrol: { type: 'patrol.position' },
  rejected: { stream: 'incident', entry: '1-0', reason: 'unlawful' },
  handovers: { subject: 'h' },
}

const sourceIn = (stream: string) => stream === 'rejected' || stream === 'handovers' ? `wangge/${stream}` : 'test'

describe('rescue of an embedded log', { timeout: 60_000 }, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  const written = new Map<string, Entry[]>()

  beforeAll(async () => {
    folder = await temporaryFolder()
    await using log = new EmbeddedEventLog({ dataDir: join(folder.path, 'whole'), districtCode: '152921', clock })
    for (let i = 0; i < 2000; i += 100) {
      await log.append(Array.from({ length: 100 }, (_, k) => {
        const stream = STREAMS[(i + k) % 4]!
        return { stream, fields: { ...typeIn[stream], source: sourceIn(stream), id: `e${i + k}`, data: `{"description":"井盖 ${'c'.repeat((i + k) % 50 === 0 ? 6000 : 200)}"}` } }
      }), 'accepted')
    }
    const before = (await log.range('patrol', '0-0', '9999999999999-0', 1000))[100]!.id
    await log.trim('patrol', before, await heldFence(log))
    for (const stream of STREAMS)
      written.set(stream, await log.range(stream, '0-0', '9999999999999-0', 1000))
  })
  afterAll(() => folder[Symbol.asyncDispose]())

  it.each(Object.entries(DAMAGES).filter(([name]) => name !== 'it is gone'))('[L33] %s: every entry that can be read is in the new log, under its own id; the old file stays as it is', async (name, damage) => {
    const from = join(folder.path, name.replaceAll(/\W/g, '-'))
    cpSync(join(folder.path, 'whole'), from, { recursive: true })
    damage(dataFile(from), seeded(7))
    const bytes = readFileSync(dataFile(from))
    await using into = new EmbeddedEventLog({ dataDir: `${from}-new`, clock })
    const { streams, unattributed } = await rescueLog(join(from, 'log'), into)
    expect(readFileSync(dataFile(from)).equals(bytes)).toBe(true)
    let lost = 0
    for (const { stream, held, written: count, whole } of streams) {
      const original = new Map(written.get(stream)!.map(entry => [entry.id, entry]))
      const rescued = await into.range(stream, '0-0', '9999999999999-0', 1000)
      expect([held, rescued.length]).toEqual([original.size, count])
      // Of an entry a bit of whose key is flipped nobody can tell that it stood elsewhere.
      expect(rescued.filter(({ id }) => !original.has(id)).length).toBeLessThanOrEqual(name.includes('bits') ? 10 : 0)
      expect(rescued.filter(entry => JSON.stringify(entry) === JSON.stringify(original.get(entry.id))).length).toBeGreaterThanOrEqual(whole)
      lost += original.size - count
    }
    expect(await into.trimmed('patrol')).toBe(written.get('patrol')![0]!.id)
    const most = { 'half of it is gone': 1300, 'its last 64 KiB are gone': 150, 'it is empty': 1900, 'its first page is zero': 0, 'both of its heads are garbled': 0, '200 bits are flipped': 200 }[name]!
    expect(lost).toBeLessThanOrEqual(most)
    expect(unattributed).toBeLessThanOrEqual(name.includes('bits') ? 20 : 0)
    if (name.includes('head') || name.includes('first'))
      expect(streams.map(({ written: count, whole }) => [count, whole])).toEqual(streams.map(({ stream }) => [written.get(stream)!.length, written.get(stream)!.length]))
  })

  it('[L33] what was said once is known again in the new log, which has an epoch of its own', async () => {
    await using old = new EmbeddedEventLog({ dataDir: join(folder.path, 'whole'), clock })
    await using into = new EmbeddedEventLog({ dataDir: join(folder.path, 'again'), clock })
    await rescueLog(join(folder.path, 'whole', 'log'), into)
    expect(await into.append([{ stream: 'incident', fields: { ...typeIn.incident, source: sourceIn('incident'), id: 'e0' } }])).toMatchObject([{ outcome: 'duplicate', id: written.get('incident')![0]!.id }])
    expect(await into.epoch()).not.toBe(await old.epoch())
  })
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
