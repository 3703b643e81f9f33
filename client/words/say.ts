import type { Open } from './Words.ts'

/** Fills the `{places}` of a text: each of them by name, or it does not compile. */
export function say<P extends string>(text: string | Open<P>, named: Readonly<Record<P, string | number>> & Readonly<Record<string, string | number>>): string {
  return (text as string).replace(/\{(\w+)\}/g, (_, place: string) => String(named[place]))
}
