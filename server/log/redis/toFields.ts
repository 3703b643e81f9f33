import type { Fields } from '../EventLog.ts'

/** Names and texts as Redis answers them, one behind the other; of a name that appears twice the last text counts. */
export function toFields(texts: readonly string[]): Fields {
  const fields: Record<string, string> = {}
  for (let i = 0; i < texts.length; i += 2) {
    const name = texts[i]!
    if (name === '__proto__')
      Object.defineProperty(fields, name, { value: texts[i + 1], enumerable: true, configurable: true, writable: true })
    else
      fields[name] = texts[i + 1]!
  }
  return fields
}
