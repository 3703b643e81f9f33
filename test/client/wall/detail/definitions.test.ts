import { describe, expect, it } from 'vitest'
import en from '../../../../client/wall/detail/words/enDefinitions.ts'
import zh from '../../../../client/wall/detail/words/zhDefinitions.ts'
import { TERMS } from '../../../../client/words/Term.ts'
import { DEFINITIONS } from '../../../../client/wall/detail/definitions.ts'
import { mattersBehind } from '../../../../shared/indicators/open/mattersBehind.ts'
import { demoFacts } from '../../../support/demoFacts.ts'
import { LIVELY_NOW, livelyState } from '../../../support/livelyState.ts'

const state = livelyState()

describe('[V4] the definitions', () => {
  it('[V4] each term has one, with its words in both languages', () => {
    expect(Object.keys(DEFINITIONS)).toEqual(TERMS)
    expect(Object.keys(zh)).toEqual(TERMS)
    expect(Object.keys(en)).toEqual(TERMS)
    for (const term of TERMS) {
      for (const text of Object.values({ ...zh[term] }))
        expect([term, text.length > 1]).toEqual([term, true])
      for (const text of Object.values({ ...en[term] }))
        expect([term, /\p{Script=Han}/u.test(text)]).toEqual([term, false])
    }
  })

  it('[V4] the parts that they tell are those that the screen shows, and the list holds as many', () => {
    const parts = (term: (typeof TERMS)[number]) => Object.fromEntries(DEFINITIONS[term].figures(state, '152921', LIVELY_NOW, demoFacts).map(({ word, value }) => [word, value]))
    for (const term of ['inGrid', 'inCommunity', 'onTime', 'open', 'overdue', 'dueSoon', 'moved'] as const) {
      const { list } = DEFINITIONS[term]
      if (list?.kind !== 'matters')
        throw new Error(`${term} has no list`)
      expect([term, mattersBehind(state, '152921', LIVELY_NOW, list.filter).rows.length]).toEqual([term, parts(term).part ?? parts(term).count])
    }
    expect(parts('onDuty').count! + parts('nobody').count! + parts('noSignal').count!).toBe(147)
    expect(parts('reported').sum).toBe(parts('category').count)
  })
})
