const HALF = /(?<!\\)(?:\\\\)*\\ud[89a-f]/

/** Whether JSON text, as `JSON.stringify` writes it, holds half of a surrogate pair: no Unicode text, and kept by no home of the log. */
export function holdsHalfPair(json: string): boolean {
  return json.includes('\\ud') && HALF.test(json)
}
