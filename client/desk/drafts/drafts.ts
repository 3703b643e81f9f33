import type { Keep } from '../../base/kept.ts'
import { defineStore } from 'pinia'
import { z } from 'zod'
import { readKept, writeKept } from '../../base/kept.ts'

const NAME = 'wangge.desk.drafts'
/** The oldest go first. */
const MOST = 40

const drafts = z.record(z.string(), z.string().max(20_000))

/** What was written at this desk and not sent yet, by what it is for and its matter: it survives another matter and a reload of the page (V8). */
export const useDrafts = defineStore('desk-drafts', () => {
  let keep: Keep | undefined
  let kept = new Map<string, string>()

  function write(): void {
    if (keep)
      writeKept(keep, NAME, kept.size > 0 ? Object.fromEntries(kept) : undefined)
  }

  return {
    /** Wiring: where it is kept, for this page alone. */
    keepIn(storage: Keep) {
      keep = storage
      kept = new Map(Object.entries(readKept(storage, NAME, drafts, {})))
    },
    /** Empty for none. */
    of: (what: string, matter: string) => kept.get(`${what} ${matter}`) ?? '',
    /** An empty one is forgotten. */
    set(what: string, matter: string, text: string) {
      const key = `${what} ${matter}`
      kept.delete(key)
      if (text !== '')
        kept.set(key, text)
      kept = new Map([...kept].slice(-MOST))
      write()
    },
  }
})
