import { describe, expect, it } from 'vitest'
import en from '../../../client/words/en.ts'
import zh from '../../../client/words/zh.ts'
import { MOVES } from '../../../shared/domain/stageTable.ts'
import { STAGES } from '../../../shared/domain/stages.ts'
import { CATEGORIES, SUBCATEGORIES } from '../../../shared/words/category.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import { POSTS } from '../../../shared/words/post.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'
import { STREAMS } from '../../../shared/words/stream.ts'

const chinese = flat(zh)
const english = flat(en)

describe('the words of the screen', () => {
  it('are the same keys in both languages, each with the same places', () => {
    expect(Object.keys(english)).toEqual(Object.keys(chinese))
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
    for (const [key, text] of Object.entries(chinese))
      expect([key, places(english[key]!)]).toEqual([key, places(text)])
  })

  it('no text is empty, and no English text has Chinese in it', () => {
    for (const [key, text] of Object.entries({ ...chinese }))
      expect([key, text.trim().length > 0]).toEqual([key, true])
    expect(Object.entries(english).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([])
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

function flat(words: object, path = ''): Record<string, string> {
  return Object.fromEntries(Object.entries(words).flatMap(([key, value]) => typeof value === 'string'
    ? [[path + key, value] as const]
    : Object.entries(flat(value as object, `${path}${key}.`))))
}
