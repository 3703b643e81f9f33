import type { Definitions } from '../../../../client/wall/detail/words/Definitions.ts'
import { expect, it } from 'vitest'
import en from '../../../../client/wall/detail/words/enDefinitions.ts'
import zh from '../../../../client/wall/detail/words/zhDefinitions.ts'
import { TERMS } from '../../../../client/wall/detail/terms.ts'
import { INDICATORS } from '../../../../shared/indicators/indicators.ts'
import { WINDOWS } from '../../../../shared/indicators/Window.ts'

it('[V4] each indicator and each window has its words in both languages, and no other has', () => {
  const ids = [...Object.keys(INDICATORS), 'latency', 'streamAge', 'digest'].sort()
  for (const words of [zh, en] satisfies Definitions[]) {
    expect(Object.keys(words.of).sort()).toEqual(ids)
    expect(Object.keys(words.window)).toEqual(WINDOWS)
    for (const text of textsOf(words))
      expect([text, text.length > 1]).toEqual([text, true])
  }
  for (const text of [...textsOf(en), ...Object.values(en.window)])
    expect([text, /\p{Script=Han}/u.test(text)]).toEqual([text, false])
})

it('[V4] a wall steps through all of them but those that it is not told', () => {
  expect(Object.keys(INDICATORS).filter(id => !TERMS.some(term => term === id))).toEqual(['withoutLead', 'returnsByUnit'])
  expect(new Set(TERMS).size).toBe(TERMS.length)
})

function textsOf({ of }: Definitions): string[] {
  return Object.values(of).flatMap(({ name, formula, ...rest }) => [name, formula, ...('window' in rest ? [String(rest.window)] : [])])
}
