/** Name and port under which somebody asked. */
export interface Authority {
  /** Lower case, without a last dot; IPv6 in brackets. */
  name: string
  port: number | undefined
}

const AUTHORITY = /^(?:\[[\da-f:.]+\]|[^\s:@/?#*\\[\]]+)(?::\d{1,5})?$/i

/** Reads a `Host` (or the authority of an address); undefined for anything else. */
export function authorityOf(text: string): Authority | undefined {
  if (!AUTHORITY.test(text) || !URL.canParse(`http://${text}`))
    return undefined
  // The parser knows the many ways to write one name: capitals, other scripts, short forms of IPv4 and IPv6.
  const { hostname } = new URL(`http://${text}`)
  const port = /:(\d+)$/.exec(text)?.[1]
  return { name: hostname.replace(/\.$/, ''), port: port === undefined ? undefined : Number(port) }
}
