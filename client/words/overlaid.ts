import type { SomeWordsOf } from './Words.ts'

/** Texts with some of them in other words. */
export function overlaid<Z extends object, O extends object>(words: Z, over: O & SomeWordsOf<Z, O>): Z {
  return laid(words, over) as Z
}

function laid(words: object, over: object): object {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => {
    const other = (over as Record<string, unknown>)[key]
    return [key, other === undefined ? value : typeof value === 'string' ? other : laid(value as object, other as object)]
  }))
}
