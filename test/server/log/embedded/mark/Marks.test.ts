import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { Comparison } from '../../../../../server/log/embedded/mark/Comparison.ts'
import { Marks } from '../../../../../server/log/embedded/mark/Marks.ts'
import { blocksFile, readMark, recentFile } from '../../../../../server/log/embedded/mark/readMark.ts'
import { sinceTrim } from '../../../../../server/log/embedded/mark/sinceTrim.ts'

interface Held {
  key: number
  value: string
}

describe('the mark beside the log', () => {
  const root = mkdtempSync(join(tmpdir(), 'wangge-marks-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  /** What a process does: notes entries, writes now and then, trims, ends orderly or is killed at any byte of either file. */
  const life = fc.record({
    runs: fc.array(fc.record({ entries: fc.integer({ min: 0, max: 600 }), step: fc.integer({ min: 1, max: 5 }), trim: fc.option(fc.nat({ max: 900 }), { nil: undefined }) }), { minLength: 1, maxLength: 5 }),
    kept: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    orderly: fc.boolean(),
  })

  it('[L30] property: killed at any byte, over restarts and trims, it never speaks of what the log does not hold', async () => {
    await fc.assert(fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 3 }), async (lives) => {
      const directory = mkdtempSync(join(root, 'm-'))
      let held: Held[] = []
      let position = 0
      let trimmed = 0
      for (const { runs, kept, orderly } of lives) {
        const marks = new Marks(directory, async () => undefined)
        for (const { entries, step, trim } of runs) {
          for (let i = 0; i < entries; i++) {
            position += step
            held.push({ key: position, value: `井 ${position}` })
            marks.note('incident', position, `井 ${position}`)
          }
          await marks.write()
          if (trim === undefined || held.length === 0)
            continue
          const before = held[Math.min(trim, held.length - 1)]!.key
          await marks.cut('incident', before, (from, to) => held.filter(({ key }) => key >= from && key <= to))
          held = held.filter(({ key }) => key >= before)
          // The log notes it itself, with the removal: a power cut that loses the lines of the mark leaves that.
          trimmed = before
        }
        await marks.end()
        if (!orderly)
          [blocksFile(directory, 'incident'), recentFile(directory, 'incident')].forEach((file, i) => cutOff(file, kept[i]!))
        const found = compare(directory, held, { trimmed })
        expect(found).toMatchObject({ missing: 0, differing: [] })
        expect(found.claims.reduce((sum, { entries }) => sum + entries, 0)).toBe(held.length)
      }
    }), {
      numRuns: 60,
      examples: [[[
        { runs: [{ entries: 257, step: 1, trim: 1 }], kept: [0.28, 0], orderly: false },
        { runs: [{ entries: 0, step: 1, trim: undefined }], kept: [0, 0], orderly: false },
      ]]],
    })
  }, 60_000)

  it('[L30] property: a log that lost an entry, or holds another text, differs', async () => {
    const directory = mkdtempSync(join(root, 'm-'))
    const marks = new Marks(directory, async () => undefined)
    const held = Array.from({ length: 1000 }, (_, i) => ({ key: 7 * i + 3, value: `text ${i}` }))
    for (const { key, value } of held)
      marks.note('patrol', key, value)
    await marks.end()
    expect(compare(directory, held, { stream: 'patrol' }).differing).toEqual([])
    fc.assert(fc.property(fc.nat({ max: 999 }), fc.constantFrom('lost', 'other', 'moved', 'more'), (at, how) => {
      const changed = held.flatMap((entry, i) => i !== at ? [entry] : how === 'lost' ? [] : how === 'other' ? [{ ...entry, value: `${entry.value}.` }] : how === 'moved' ? [{ ...entry, key: entry.key + 1 }] : [entry, { key: entry.key + 1, value: 'x' }])
      const atEdge = how === 'more' && (at + 1) % 256 === 0
      expect(compare(directory, changed, { stream: 'patrol' }).differing).toHaveLength(atEdge || (how === 'more' && at === 999) ? 0 : 1)
    }))
  })

  it('[L30] grows by whole blocks, not by every second', async () => {
    const directory = mkdtempSync(join(root, 'm-'))
    const marks = new Marks(directory, async () => undefined)
    for (let i = 1; i <= 2560; i++) {
      marks.note('incident', i, 'x')
      if (i % 5 === 0)
        await marks.write()
    }
    await marks.end()
    expect(readFileSync(blocksFile(directory, 'incident'), 'utf8').split('\n')).toHaveLength(11)
    expect(readFileSync(recentFile(directory, 'incident'), 'utf8').length).toBeLessThan(60 * 60)
  })

  it('[L30] a disk that refuses holds nobody up, and what was noted meanwhile is written later', async () => {
    const directory = mkdtempSync(join(root, 'm-'))
    let full = true
    const marks = new Marks(directory, async () => {
      if (full)
        throw new Error('ENOSPC')
    })
    marks.note('incident', 1, 'a')
    await marks.write()
    expect(readMark(directory, 'incident').claims).toEqual([])
    full = false
    marks.note('incident', 2, 'b')
    await marks.end()
    expect(readMark(directory, 'incident').claims).toMatchObject([{ first: 1, last: 2, entries: 2 }])
  })

  it('[L30] a line that is not what was written says nothing', async () => {
    const directory = mkdtempSync(join(root, 'm-'))
    const marks = new Marks(directory, async () => undefined)
    marks.note('incident', 5, 'a')
    await marks.end()
    const file = recentFile(directory, 'incident')
    writeFileSync(file, readFileSync(file, 'utf8').replace('held 5', 'held 6'))
    expect(readMark(directory, 'incident')).toMatchObject({ claims: [], unreadable: 1 })
  })
})

/** As a walk does. */
function compare(directory: string, held: readonly Held[], { stream = 'incident', trimmed = 0 } = {}): Comparison {
  const comparison = new Comparison(sinceTrim(readMark(directory, stream), trimmed).claims)
  for (const { key, value } of held)
    comparison.add(key, value)
  comparison.end()
  return comparison
}

function cutOff(file: string, share: number): void {
  // A life without entries writes nothing.
  if (!existsSync(file))
    return
  const { length } = readFileSync(file)
  truncateSync(file, Math.floor(length * share))
}
