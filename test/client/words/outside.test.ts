import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outside, outsideLines } from '../../../client/words/outside.ts'
import { say } from '../../../client/words/say.ts'

const HOSTILE = ['\u202E', '\u202D', '\u202B', '\u2066', '\u2067', '\u2068', '\u2069', '\u2069\u2069', '\u200E', '\u200F', '\u061C', '\u200B', '\uFEFF', '\u0000', '\u0007', '\u001B[31m', '\u0085', '\u2028', '\u2029', '\n', '\r\n', '\t', '\u0301'.repeat(40), '\u{E0041}', 'שלום', 'مرحبا ١٢٣', '张三', 'abc', '12:30', '（', ' ', '😀', '{who}', '$1', 'ᠮᠣᠩᠭᠣᠯ']
const hostile = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 }).map(parts => parts.join(''))
/** Marks and overrides, control characters, invisible ones; but isolates. */
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u206A-\u206F\uFEFF\u{E0000}-\u{E007F}\uD800-\uDFFF]/u
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** What stands outside every isolate; undefined where they are not in pairs. */
function around(text: string): string | undefined {
  let [depth, rest] = [0, '']
  for (const sign of text) {
    if (/[\u2066-\u2068]/u.test(sign))
      depth++
    else if (sign === '\u2069' && --depth < 0)
      return undefined
    else if (depth === 0 && sign !== '\u2069')
      rest += sign
  }
  return depth === 0 ? rest : undefined
}

describe('text from outside', () => {
  it('[V7] property: nothing in it controls, hides or reorders what stands around it, whatever it is', () => {
    fc.assert(fc.property(hostile, (text) => {
      const shown = outside(text)
      expect(shown).not.toMatch(FORBIDDEN)
      expect(shown).not.toMatch(/\p{M}{5}/u)
      const rest = around(shown)
      expect(rest).toBeDefined()
      expect(rest).not.toMatch(RIGHT_TO_LEFT)
      expect([...shown].filter(sign => !/[\u2066-\u2069]/u.test(sign)).length).toBeLessThanOrEqual(200)
      expect(outside(shown)).toBe(shown)
    }), { numRuns: 2000 })
  })

  it('[V7] property: in a sentence the words before and after it are as they were', () => {
    fc.assert(fc.property(hostile, hostile, (who, word) => {
      const said = say('{who} 先于 10:30 {word}，剩 3分', { who, word })
      const rest = around(said)!
      expect(rest.endsWith('，剩 3分')).toBe(true)
      expect(rest).toContain(' 先于 10:30 ')
      expect(said).not.toMatch(FORBIDDEN)
    }), { numRuns: 1000 })
  })

  it('[V7] ordinary text is as it was, Mongolian and emoji too; what is long ends in …', () => {
    for (const text of ['燃气泄漏 居民楼', '学苑东5号楼1单元', 'Ünïted & <b>', 'ᠠᠯᠠᠱᠠ ᠵᠡᠭᠦᠨ', '👩‍🚒', '138****5678', ''])
      expect(outside(text)).toBe(text)
    expect(outside('长'.repeat(300))).toBe(`${'长'.repeat(199)}…`)
    expect(outside('行一\n行二')).toBe('行一 行二')
    expect(outsideLines('行一\nשלום\r\n行三')).toBe('行一\n\u2068שלום\u2069\n行三')
    expect(outside('שלום')).toBe('\u2068שלום\u2069')
    expect(outside('\u2069\u202Eשלום\u2068')).toBe('\u2068שלום\u2068\u2069\u2069')
  })

  it('[V7] property: several lines stay as many, each apart', () => {
    fc.assert(fc.property(fc.array(hostile.map(text => text.replaceAll(/[\r\n]/g, '')), { minLength: 1, maxLength: 5 }), (lines) => {
      const shown = outsideLines(lines.join('\n')).split('\n')
      expect(shown).toHaveLength(lines.length)
      for (const line of shown)
        expect(around(line)).not.toMatch(RIGHT_TO_LEFT)
    }), { numRuns: 300 })
  })
})

describe('places that show it', () => {
  const client = fileURLToPath(new URL('../../../client', import.meta.url))
  /** What somebody wrote, read off a matter, an event, a signature. */
  const READ = /\b(?:incident|found|matter|row|other|signed|data)(?:\.value)?\??\.(?:title|description|address|note)\b|\bperson(?:\(\w+\))?\??\.name\b/u
  /** Searched in, sent, or measured, and not shown; or a name of ours. */
  const ELSEWHERE: readonly string[] = [
    'desk/queue/queueFilter.ts',
    'desk/call/CallDraft.ts',
    'desk/call/recentCalls.ts',
  ]
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:ts|vue)$/.test(file) && !ELSEWHERE.includes(file) && !file.startsWith('dev/'))

  /** Lines that read such text and hand it on neither to `outside` nor to `say`, which does so. */
  const passedBy = (text: string) => text.split('\n').filter(line => READ.test(line) && !/outside(?:Lines)?\(|\bsay\(|\b(?:timelineText|line\()|v-if=|: undefined,$|!== undefined/u.test(line.replace(/:title="[^"]*"/gu, '')))

  it('[V7] none passes it by', () => {
    const found = files.flatMap(file => passedBy(readFileSync(join(client, file), 'utf8')).map(line => `${file}: ${line.trim()}`))
    expect(found).toEqual([])
    expect(passedBy('<span>{{ incident.title }}</span>')).toHaveLength(1)
    expect(passedBy('<span>{{ outside(incident.title) }}</span>')).toHaveLength(0)
  })
})
