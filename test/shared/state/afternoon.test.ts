import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { execFile as execFileCallback } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { SNOW_FILES } from '../../support/afternoon/snowFamily.ts'
import { SNOW_INDICATOR } from '../../support/afternoon/snowIndicator.ts'
import { SNOW_PLACES } from '../../support/afternoon/snowPlaces.ts'
import { SNOW_SHOW } from '../../support/afternoon/snowShow.ts'
import { complaints } from '../../support/complaints.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { tinyBasis } from '../../support/tinyBasis.ts'

const execFile = promisify(execFileCallback)
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PLACES = { ...SNOW_PLACES, ...SNOW_INDICATOR }
const LIST = 'shared/words/stream.ts'
const CHINESE = 'client/words/messages/zh/truth.ts'

interface Shown {
  outcomes: string[]
  seen: { things: object[] }
  folded: object
  digests: string[]
  there: string[]
  figure: object
  drawn: string
}

/** Where the compiler says what a place lacks, if not there: English texts are held against the Chinese, and a stream that no list names is asked for by its family. */
const NAMED_AT: Readonly<Record<string, string>> = { 'client/words/messages/en/truth.ts': 'client/words/spoken.ts', [LIST]: 'shared/state/families.ts' }

/** The walk of docs/ARCHITECTURE.md, carried out on a made-up family. */
describe('a new family in an afternoon', () => {
  it('[F25] is written into five places outside its folders; of one that is left out the compiler complains, of none if all are there', () => {
    const places = Object.keys(SNOW_PLACES)
    expect(places.length).toBeLessThanOrEqual(5)
    const own = Object.keys(SNOW_FILES).filter(file => file.endsWith('.ts'))
    // Those that do not speak of each other are left out together: a compilation each is dear.
    for (const left of [[], [LIST], [CHINESE], places.filter(file => file !== LIST && file !== CHINESE)]) {
      const edited = Object.fromEntries(places.filter(file => !left.includes(file)).map(file => [file, edit(file)]))
      const named = left.map(file => NAMED_AT[file] ?? file)
      const told = complaints({ ...SNOW_FILES, ...edited }, left.length > 0 ? named : [...places, ...own, ...Object.values(NAMED_AT)])
      expect(Object.keys(told).filter(file => told[file]!.length > 0), `left out: ${left.join(', ')}`).toEqual(named)
    }
  }, 120_000)

  it('[I8] its number is one value in the list; of its words in a language that are left out the compiler complains', () => {
    const [list, ...words] = Object.keys(SNOW_INDICATOR)
    const without = Object.fromEntries([...Object.keys(SNOW_PLACES), list!].map(file => [file, edit(file)]))
    const withWords = { ...without, ...Object.fromEntries(words.map(file => [file, edit(file)])) }
    for (const [texts, named] of [[without, words], [withWords, []]] as const) {
      const told = complaints({ ...SNOW_FILES, ...texts }, [list!, ...words])
      expect(Object.keys(told).filter(file => told[file]!.length > 0)).toEqual(named)
    }
  }, 120_000)

  it('[F25] is folded, redacted, resumed, cut to a region, measured and drawn, and nothing of it stays', async () => {
    let folder = ''
    {
      await using house = await temporaryFolder()
      folder = house.path
      const { outcomes, seen, folded, digests, there, figure, drawn } = await show(folder)
      expect(outcomes).toEqual(['applied', 'applied', 'applied', 'applied', 'applied', 'rejected'])
      expect(seen.things).toMatchObject([{ id: 's1', stage: 'waits', fields: {} }, { id: 's2', stage: 'begun', fields: { team: '~T1' } }, { id: 's3', stage: 'cleared' }])
      expect(folded).toEqual(seen)
      expect(new Set(digests).size).toBe(1)
      expect(there).toEqual(['s2'])
      expect(figure).toEqual({ open: 2, late: 1, first: ['s1', 's2'] })
      expect(drawn).toMatch(/除雪.*2 段待清 · 超时 1.*s1.*s2/s)
    }
    expect(existsSync(folder)).toBe(false)
  }, 60_000)
})

function edit(file: string): string {
  return PLACES[file]!.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, readFileSync(join(ROOT, file), 'utf8'))
}

async function show(folder: string): Promise<Shown> {
  for (const part of ['shared', 'client'])
    await cp(join(ROOT, part), join(folder, part), { recursive: true, filter: from => !from.startsWith(join(ROOT, 'client/public')) })
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const [file, text] of Object.entries({ ...SNOW_FILES, ...Object.fromEntries(Object.keys(PLACES).map(each => [each, edit(each)])), 'show.ts': SNOW_SHOW })) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  const drawing = execFile(process.execPath, [join(ROOT, 'test/support/afternoon/drawMain.mjs'), folder], { maxBuffer: 2 ** 24 })
  drawing.child.stdin!.end(JSON.stringify(tinyBasis))
  return JSON.parse((await drawing).stdout) as Shown
}
