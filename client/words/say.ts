import type { Open } from './Words.ts'
import { outside } from './outside.ts'

/** No value of a sentence is longer. */
const MOST = 4000

/** Fills the `{places}` of a text: each of them by name, or it does not compile. What is put in stands apart: it may be somebody's text (V7). */
export function say<P extends string>(text: string | Open<P>, named: Readonly<Record<P, string | number>> & Readonly<Record<string, string | number>>): string {
  return (text as string).replace(/\{(\w+)\}/g, (_, place: string) => {
    const value = named[place]
    return typeof value === 'string' ? outside(value, MOST) : String(value)
  })
}
