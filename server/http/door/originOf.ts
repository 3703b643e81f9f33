/** An address's origin in one form, without a last dot of its name; undefined for what has none, such as `null`. */
export function originOf(address: string): string | undefined {
  if (!URL.canParse(address))
    return undefined
  const { protocol, hostname, port } = new URL(address)
  return hostname === '' ? undefined : `${protocol}//${hostname.replace(/\.$/, '')}${port && `:${port}`}`
}
