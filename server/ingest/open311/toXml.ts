export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** What the items of a list are called within it, as GeoReport v2 has it. */
const ITEMS: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  attributes: 'attribute',
}

/** Characters that XML 1.0 cannot hold, not even escaped. */
const UNLAWFUL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&apos;' }

/** A value as an XML document; names come from this program alone, texts from anywhere. Only written, never read: hence no library. */
export function toXml(root: string, value: Json): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value)}\n`
}

function element(name: string, value: Json): string {
  if (value === null || value === '')
    return `<${name}/>`
  if (isList(value))
    return `<${name}>${value.map(each => element(ITEMS[name]!, each)).join('')}</${name}>`
  if (typeof value === 'object')
    return `<${name}>${Object.entries(value).map(([inner, each]) => element(inner, each)).join('')}</${name}>`
  return `<${name}>${escape(String(value))}</${name}>`
}

function escape(text: string): string {
  return text.replace(UNLAWFUL, '\uFFFD').replace(/[&<>"']/g, character => ESCAPES[character]!)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
