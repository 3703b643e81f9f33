import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newerInChromium } from './newerInChromium.ts'
import { readCompat } from './readCompat.ts'
import { usedInScripts } from './usedInScripts.ts'
import { usedInStyle } from './usedInStyle.ts'

const compat = readCompat()

describe('what the browsers of the field have', () => {
  it.each([
    ['a { color: color-mix(in srgb, var(--a) 50%, var(--b)) }', 'color-mix(): not in chrome 108'],
    ['a { text-wrap: balance }', 'text-wrap: not in chrome 108'],
    ['a { grid-template-columns: subgrid }', 'grid-template-columns: subgrid: not in chrome 108'],
    ['@starting-style { a { opacity: 0 } }', '@starting-style: not in chrome 108'],
    ['a:popover-open { color: red }', ':popover-open: not in chrome 108'],
    ['a { field-sizing: content }', 'field-sizing: not in chrome 108'],
  ])('finds %s', (css, fault) => {
    expect(usedInStyle(css, compat).join('\n')).toContain(fault)
  })

  it.each([
    'a { &:hover { color: red } .b & { color: blue } }',
    'a:has(b) { inset: 0; mask: url(x.svg) }',
    '@container (max-width: 10px) { a { height: 10dvh } }',
    '@supports (color: color-mix(in srgb, red, blue)) { a { color: color-mix(in srgb, var(--a), red) } }',
  ])('lets pass, as it is built, %s', (css) => {
    expect(usedInStyle(css, compat)).toEqual([])
  })

  it('finds by type what a script uses, also in a component', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wangge-browsers-'))
    writeFileSync(join(folder, 'a.ts'), 'export const some = [1].toSorted()\nexport const all = Object.groupBy(some, String)\nexport const own = { toSorted: () => 1 }.toSorted()\nexport type Any = ReturnType<typeof AbortSignal.any>\n')
    writeFileSync(join(folder, 'B.vue'), '<script setup lang="ts">\nAbortSignal.any([])\nPromise.withResolvers()\nnew Set([1]).union(new Set())\n</script>\n')
    expect(usedInScripts([join(folder, 'a.ts'), join(folder, 'B.vue')], folder, compat).map(each => each.replace(/:? not in.*/, ''))).toEqual([
      'a.ts:1 Array.toSorted',
      'a.ts:2 Object.groupBy',
      'B.vue:2 AbortSignal.any',
      'B.vue:3 Promise.withResolvers',
      'B.vue:4 Set.union',
    ])
  }, 60_000)

  it('knows what came after a version', () => {
    expect(newerInChromium(compat)).toEqual(expect.arrayContaining(['Array.prototype.toSorted', 'AbortSignal.any', 'Promise.withResolvers']))
    expect(newerInChromium(compat)).not.toContain('Array.prototype.at')
  })
})
