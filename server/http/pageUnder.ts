/** The built page with every address of this server under `basePath`, however deep the link is by which it was opened (S7). */
export function pageUnder(basePath: string, page: string): string {
  return page
    .replace(/((?:href|src)=")\.?\//g, `$1${basePath}/`)
    .replace('data-base="/"', `data-base="${basePath}/"`)
}
