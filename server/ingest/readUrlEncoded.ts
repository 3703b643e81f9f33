const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Names and values of a form or a query, in order. `bytes` is the text as it came, a character a byte (latin1), since what an escape stands for
 * is a byte too. Undefined where they are not UTF-8 (W24): a program that sends GBK would else be kept as U+FFFD for ever.
 */
export function readUrlEncoded(bytes: string): [name: string, value: string][] | undefined {
  try {
    return bytes.split('&').filter(Boolean).map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))]
    })
  }
  catch {
    return undefined
  }
}

function decode(bytes: string): string {
  return utf8.decode(unescapeBytes(bytes.replaceAll('+', ' ')))
}

/** A `%` that begins no escape stands for itself, as browsers have it. */
export function unescapeBytes(bytes: string): Buffer {
  return Buffer.from(bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
}
