import type { Router } from 'express'

/** Addresses that no route says: of people, files and links. */
const OTHERS = ['wall', 'duty', 'assets', 'live', 'socket.io', 'favicon.svg', 'fit.js', 'v2']
/** More than any address of ours has. */
const MOST_PARTS = 10
const FORMAT = /\.(?:json|xml)$/

/**
 * Paths as the server's own log may hold them (S9): the words of its own addresses stay, anything else stands as an alias, for it may be
 * an id, and an id may be somebody's number or name.
 */
export class LoggedPaths {
  private readonly words: ReadonlySet<string>

  constructor(router: Router, private readonly aliasOf: (id: string) => string) {
    const paths = router.stack.flatMap(({ route }) => route?.path ?? []).filter(path => typeof path === 'string')
    this.words = new Set([...OTHERS, ...paths.flatMap(path => path.split('/')).filter(part => !/[:*{]/.test(part)).flatMap(part => [part, part.replace(FORMAT, '')])])
  }

  /** @param url with or without a query, which is left out */
  of(url: string): string {
    return url.split('?')[0]!.split('/', MOST_PARTS).map(part => this.words.has(part) || this.words.has(part.replace(FORMAT, '')) ? part : this.aliasOf(decoded(part))).join('/')
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  }
  catch {
    return part
  }
}
