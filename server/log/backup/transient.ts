/** Streams that mean nothing a minute later: what servers tell each other. */
export const TRANSIENT: ReadonlySet<string> = new Set(['neighbours'])
