import type { Term } from '../../words/Term.ts'

/** The term of what has the focus, else of what the pointer is over: the first in the nearest part of the page that names one. */
export function termAt(document: Document): Term | undefined {
  const focused = document.activeElement === document.body ? null : document.activeElement
  for (const from of [focused, [...document.querySelectorAll(':hover')].at(-1)]) {
    for (let part = from ?? null; part && part !== document.body; part = part.parentElement) {
      const named = part.querySelectorAll<HTMLElement>('[data-term]')
      // A part that names many is a scene, not a number.
      if (named.length > 0 && named.length <= MOST)
        return named[0]!.dataset.term as Term
    }
  }
  return undefined
}

const MOST = 4
