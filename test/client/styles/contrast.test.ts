import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../client/styles/tokens.css', import.meta.url), 'utf8')
const blocks = [...css.matchAll(/(:root|\[data-theme='(\w+)'\])\s*\{([^}]*)\}/g)]
const plain = tokensOf(blocks.find(([, selector]) => selector === ':root')![3]!)
const THEMES = ['night', ...blocks.flatMap(([, , theme]) => theme ? [theme] : [])]

/** Text on each ground it may stand on. */
const TEXTS = ['ink0', 'ink1', 'ink2', 'acc', 'late-word', 'overdue-word']
const GROUNDS = ['sky', 'panel', 'raise']

describe('[V2] contrast of the tokens, by the formula of WCAG 2.2', () => {
  it('[V2] there are four themes', () => {
    expect(THEMES).toEqual(['night', 'desk', 'past', 'day'])
  })

  for (const theme of THEMES) {
    it(`[V2] text of the theme ${theme} stands out by 4.5, marks by 3`, () => {
      const token = tokensFor(theme)
      const ratios = TEXTS.flatMap(text => GROUNDS.map(ground => [`${text} on ${ground}`, contrast(token(text), token(ground))] as const))
      expect([...ratios, ['ink0 on acc-deep', contrast(token('ink0'), token('acc-deep'))] as const].filter(([, ratio]) => ratio < 4.5)).toEqual([])
      // By day II and III are fills: their outline carries the contrast.
      const marks = ['sev-1', 'sev-2', 'sev-3', 'sev-4'].map(mark => [mark, Math.max(contrast(token(mark), token('sky')), contrast(token('sev-outline'), token('sky')))] as const)
      expect(marks.filter(([, ratio]) => ratio < 3)).toEqual([])
    })
  }

  it('[V2] the ground of a matter of level I keeps its text readable', () => {
    const token = tokensFor('night')
    const ground = blend([255, 92, 82], rgb(token('sky')), 0.22)
    for (const text of ['ink0', 'ink1'])
      expect(ratioOf(rgb(token(text)), ground)).toBeGreaterThan(4.5)
  })
})

function tokensFor(theme: string): (name: string) => string {
  const own = blocks.find(([, , name]) => name === theme)
  const tokens = { ...plain, ...(own && tokensOf(own[3]!)) }
  const token = (name: string): string => {
    const value = tokens[name]!
    const other = /^var\(--(.+)\)$/.exec(value)
    return other ? token(other[1]!) : value
  }
  return token
}

function tokensOf(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]))
}

function contrast(a: string, b: string): number {
  return ratioOf(rgb(a), rgb(b))
}

function ratioOf(a: number[], b: number[]): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(channels: number[]): number {
  const [r, g, b] = channels.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function rgb(hex: string): number[] {
  return [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
}

function blend(top: number[], ground: number[], share: number): number[] {
  return top.map((value, i) => value * share + ground[i]! * (1 - share))
}
