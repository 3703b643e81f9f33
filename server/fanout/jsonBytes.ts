/** About how many bytes a plain value takes as JSON in UTF-8; without making the text. */
export function jsonBytes(value: unknown): number {
  switch (typeof value) {
    case 'string': return textBytes(value) + 2
    case 'number': return value < 1e5 && value >= 0 && Number.isInteger(value) ? 5 : 14
    case 'object': {
      if (value === null)
        return 4
      let bytes = 2
      for (const key in value) {
        const inner = (value as Record<string, unknown>)[key]
        if (inner !== undefined)
          bytes += (Array.isArray(value) ? 1 : key.length + 4) + jsonBytes(inner)
      }
      return bytes
    }
    default: return 5
  }
}

// Chinese takes three bytes a character; one look at the first decides for the whole of a short text.
function textBytes(text: string): number {
  return text.length > 0 && text.charCodeAt(0) > 0x7FF ? text.length * 3 : text.length
}
