/** First strong isolate, and the end of one: what stands between them does not reorder what stands around them (UAX 9). */
const [BEGIN, END] = ['\u2068', '\u2069']
const BEGINS = /[\u2066-\u2068]/u
/** Letters and digits that run from right to left. */
const LEFTWARD = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
/** What is seen of nobody and changes what is seen: marks, overrides, tags, zero width; but what joins letters or chooses their form, and isolates, which are put in pairs. */
const UNSEEN = /(?![\u0600-\u0605\u06DD\u070F\u08E2\u200C\u200D\u2066-\u2069\p{VS}])[\p{Cf}\p{DI}]/gu
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
const HALF = /\p{Cs}/gu
/** More marks on one letter than any writing has. */
const TOWER = /(\p{M}{4})\p{M}+/gu
/** Isolates within each other; far below the 125 that browsers count. */
const MOST_DEEP = 4

/**
 * Text from outside (of a person, a phone, another system) as it may stand in one of our sentences: in one line, without what
 * controls or hides, bounded, and isolated where it runs from right to left, so that it moves nothing around it. Ordinary text comes
 * back as it was; done twice it is as done once.
 * @param most code points, of which the last is … where it was longer
 */
export function outside(text: string, most = 200): string {
  return isolated(cut(text.replace(HALF, '\uFFFD').replace(CONTROL, ' ').replace(UNSEEN, '').replace(TOWER, '$1'), most))
}

/** The same of several lines, each apart. @param most code points of all */
export function outsideLines(text: string, most = 8000): string {
  return cut(text, most).split(/\r\n|[\r\n]/u).map(line => outside(line, most)).join('\n')
}

/** Isolates come in pairs, and do not count. */
function cut(text: string, most: number): string {
  const signs = [...text]
  if (signs.length <= most)
    return paired(signs)
  const seen = signs.filter(sign => !isIsolate(sign)).length
  let room = seen > most ? most - 1 : most
  const kept = signs.filter(sign => isIsolate(sign) || room-- > 0)
  return paired(kept, seen > most ? '…' : '')
}

function isIsolate(sign: string): boolean {
  return sign === END || BEGINS.test(sign)
}

/** Isolates in pairs, at most so deep; dropping one may heap up marks. */
function paired(signs: readonly string[], end = '', deep = MOST_DEEP): string {
  let [depth, left] = [0, 0]
  let text = ''
  for (const sign of signs) {
    if (BEGINS.test(sign)) {
      if (depth === deep) {
        left++
        continue
      }
      depth++
    }
    else if (sign === END) {
      if (left > 0 || depth === 0) {
        left = Math.max(0, left - 1)
        continue
      }
      depth--
    }
    text += sign
  }
  return (text + END.repeat(depth) + end).replace(TOWER, '$1')
}

function isolated(text: string): string {
  // The one that comes around it must not be one too many.
  return LEFTWARD.test(text) && !isOne(text) ? BEGIN + paired([...text], '', MOST_DEEP - 1) + END : text
}

/** Whether all of it is within one isolate. */
function isOne(text: string): boolean {
  let depth = 0
  const signs = [...text]
  return signs.length > 1 && signs[0] === BEGIN && signs.every((sign, at) => {
    depth += BEGINS.test(sign) ? 1 : sign === END ? -1 : 0
    return depth > 0 || at === signs.length - 1
  })
}
