import type { Heard, HeardMessage, Talk } from '../link/talk.ts'
import { defineStore } from 'pinia'
import { CutError } from '../base/CutError.ts'

/** Whoever listens to a kind of message takes that kind; `hear` sees to it. */
type Listener = (message: never) => void

/** What is said over the link beside frames: commands, who is there, walls. Until the link runs, and while it is cut, nothing is sent. */
export const useTalk = defineStore('talk', () => {
  const listeners = new Map<string, Set<Listener>>()
  let running: Talk | undefined

  const ask: Talk['ask'] = async (name, message) => {
    if (!running)
      throw new CutError('the link does not run yet')
    return running.ask(name, message)
  }

  const tell: Talk['tell'] = (name, message) => running?.tell(name, message) === true

  /** Calls at each such message. @returns ends it */
  function hear<N extends Heard>(name: N, listener: (message: HeardMessage<N>) => void): () => void {
    const all = listeners.get(name) ?? new Set()
    listeners.set(name, all)
    all.add(listener)
    return () => all.delete(listener)
  }

  return {
    /** Asks and resolves with the answer. @throws CutError where the link went before it came: what became of it is not known */
    ask,
    /** Says something that is not answered. @returns whether it was sent: false while the link is not live */
    tell,
    hear,
    /** Wiring: what came over the link. */
    said(name: string, message: unknown) {
      for (const listener of listeners.get(name) ?? [])
        listener(message as never)
    },
    /** Wiring: goes by this link from now on. */
    follow(link: Talk) {
      running = link
    },
  }
})
