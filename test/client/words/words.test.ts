import type { InWordsOf, SomeWordsOf } from '../../../client/words/Words.ts'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { say } from '../../../client/words/say.ts'
import zh from '../../../client/words/zh.ts'
import { MOVES } from '../../../shared/domain/stageTable.ts'
import { STAGES } from '../../../shared/domain/stages.ts'
import { CATEGORIES, SUBCATEGORIES } from '../../../shared/words/category/category.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import { POSTS } from '../../../shared/words/post.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'
import { STREAMS } from '../../../shared/words/stream.ts'

const client = fileURLToPath(new URL('../../../client', import.meta.url))
/** Chinese texts: of the page that comes first in `messages/zh`, of a later part in its own `words`. */
const files = (await readdir(client, { recursive: true, encoding: 'utf8' })).filter(file => /(?:\/messages\/zh\/\w+|\/words\/zh(?:[A-Z]\w+)?)\.ts$/.test(file))
const parts = await Promise.all(files.map(async file => ({
  file,
  chinese: flat(await textsOf(file)),
  english: flat(await textsOf(file.replace(/zh(?=\/|\w*\.ts$)/, 'en'))),
})))

describe('the words of the screen', () => {
  it('stand in every subject that has some', () => {
    expect(files.length).toBeGreaterThan(25)
  })

  it.each(parts)('$file has the same keys in both languages, each with the same places', ({ chinese, english }) => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
    const places = (text: string) => [...new Set([...text.matchAll(/\{\w+\}/g)].map(([place]) => place))].sort()
    for (const [key, text] of Object.entries(chinese))
      expect([key, places(english[key]!)]).toEqual([key, places(text)])
  })

  it.each(parts)('$file has no empty text, and no Chinese in an English one', ({ chinese, english }) => {
    expect(Object.entries(chinese).filter(([, text]) => text.trim() === '')).toEqual([])
    expect(Object.entries(english).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([])
  })

  it('a key or a place that one language lacks does not compile', () => {
    type Fits<Z, E> = E extends InWordsOf<Z, E> ? true : false
    interface Chinese { a: '{n} 件，{of}'; b: { c: '关闭' } }
    const same: Fits<Chinese, { a: '{of}: {n}'; b: { c: 'close' } }> = true
    const keyless: Fits<Chinese, { a: '{of}: {n}'; b: object }> = false
    const placeless: Fits<Chinese, { a: '{n}'; b: { c: 'close' } }> = false
    const placeMore: Fits<Chinese, { a: '{of}: {n}'; b: { c: 'close {it}' } }> = false
    const keyMore: Fits<Chinese, { a: '{of}: {n}'; b: { c: 'close'; d: 'open' } }> = false
    const some: { b: { c: 'shut' } } extends SomeWordsOf<Chinese, { b: { c: 'shut' } }> ? true : false = true
    const other: { b: { d: 'shut' } } extends SomeWordsOf<Chinese, { b: { d: 'shut' } }> ? true : false = false
    expect([same, keyless, placeless, placeMore, keyMore, some, other]).toEqual([true, false, false, false, false, true, false])
  })

  it('a text with places is no string before each has its value', () => {
    type Asks = Parameters<typeof say<'n' | 'of'>>[1]
    const all: { n: number; of: string } extends Asks ? true : false = true
    const one: { n: number } extends Asks ? true : false = false
    expect([all, one]).toEqual([true, false])
    expect(say('{n} 件，{of}', { n: 2, of: '网格' })).toBe('2 件，网格')
  })

  it('there is one for everything that a screen must be able to name', () => {
    expect(Object.keys(zh.category.of).sort()).toEqual([...CATEGORIES].sort())
    expect(Object.keys(zh.category.sub).sort()).toEqual(Object.values(SUBCATEGORIES).flat().sort())
    expect(Object.keys(zh.incident.stage)).toEqual([...STAGES])
    expect(Object.keys(zh.incident.happening)).toEqual(['reported', ...MOVES])
    expect(Object.keys(zh.incident.level)).toEqual([...LEVELS])
    expect(Object.keys(zh.incident.severity)).toEqual([...SEVERITIES])
    expect(Object.keys(zh.common.post)).toEqual([...POSTS])
    expect(Object.keys(zh.truth.stream)).toEqual([...STREAMS])
  })
})

async function textsOf(file: string): Promise<object> {
  const texts = await import(pathToFileURL(join(client, file)).href) as { default: object }
  return texts.default
}

function flat(words: object, path = ''): Record<string, string> {
  return Object.fromEntries(Object.entries(words).flatMap(([key, value]) => typeof value === 'string'
    ? [[path + key, value] as const]
    : Object.entries(flat(value as object, `${path}${key}.`))))
}
