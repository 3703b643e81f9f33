import type { LinkParts } from './LinkParts.ts'
import type { Talk } from './talk.ts'
import { Link } from './Link.ts'

/** A link that runs. It comes back by itself after everything but `stop`. */
export interface RunningLink extends Talk {
  /** The page may have slept, been frozen or offline. */
  wake: () => void
  /** The browser says that there is no network; frames that still come say otherwise. */
  offline: () => void
  stop: () => void
}

/** Starts the link: state and socket at once, subscribe, frames; then whatever the table says. */
export function startLink(parts: LinkParts): RunningLink {
  const link = new Link(parts)
  link.send('start')
  return {
    ask: (name, message) => link.ask(name, message),
    tell: (name, message) => link.tell(name, message),
    wake: () => link.wake(),
    offline: () => link.send('offline', 'offline'),
    stop: () => link.send('stop'),
  }
}
