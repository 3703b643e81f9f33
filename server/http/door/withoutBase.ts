/**
 * The target of a request without the path of `PUBLIC_URL`: some proxies leave it on, others take it off, and who asks past the
 * proxy never had it (S7). Of a target that is a whole address the path alone is kept.
 */
export function withoutBase(url: string, basePath: string): string {
  const target = url.replace(/^https?:\/\/[^/?#]*/i, '')
  const rest = basePath !== '' && target.startsWith(basePath) ? target.slice(basePath.length) : target
  const isWithin = rest === '' || rest.startsWith('/') || rest.startsWith('?')
  return !isWithin ? target : rest.startsWith('/') ? rest : `/${rest}`
}
