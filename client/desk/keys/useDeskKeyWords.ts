import type { DeskKey } from './DeskKey.ts'
import { usePart } from '../../words/usePart.ts'
import en from './words/en.ts'
import zh from './words/zh.ts'

/** Longest row of caps; more are told by the ends. */
const CAPS_MOST = 4

/** What keys are called. */
export function useDeskKeyWords() {
  const words = usePart({ zh, en })

  return {
    words,
    /** What stands on the caps of a row; `to` where only its ends are told. */
    capsOf({ keys }: Pick<DeskKey, 'keys'>): { caps: string[]; to: boolean } {
      const to = keys.length > CAPS_MOST
      const told = to ? [keys[0]!, keys.at(-1)!] : keys
      const named: Readonly<Record<string, string>> = words.value.cap
      return { caps: told.map(key => named[key] ?? key.toUpperCase()), to }
    },
  }
}
