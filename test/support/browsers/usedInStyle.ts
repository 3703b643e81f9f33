import type { AtRule, ChildNode, Declaration, Rule } from 'postcss'
import type { Compat } from './missingIn.ts'
import { transform } from 'lightningcss'
import postcss from 'postcss'
import { missingIn } from './missingIn.ts'
import { supported } from './supported.ts'

/** Looks alone: nothing is missed where a browser draws its own. */
const LOOKS = new Set(['scrollbar-color', 'scrollbar-width', 'accent-color'])

/** What a style needs, as it is built, that a supported browser does not have: each with its line. What stands in `@supports` was asked for first. */
export function usedInStyle(css: string, compat: Compat): string[] {
  const built = transform({ filename: 'style.css', code: Buffer.from(css), targets: { chrome: supported.chrome << 16, firefox: supported.firefox << 16 } })
  const found = new Set<string>()
  const note = (what: string, missing: string[]) => missing.forEach(browser => found.add(`${what}: not in ${browser}`))
  const under = (...path: string[]) => path.reduce<Compat | undefined>((at, step) => at?.[step] as Compat | undefined, compat.css as Compat)

  postcss.parse(built.code.toString()).walk((node) => {
    if (isAskedFor(node))
      return
    if (node.type === 'atrule')
      note(`@${node.name}`, missingIn(under('at-rules', node.name)))
    if (node.type === 'rule')
      selectorsOf(node).forEach(({ name, text }) => note(text, missingIn(under('selectors', name))))
    if (node.type === 'decl' && !node.prop.startsWith('-') && !LOOKS.has(node.prop)) {
      const property = under('properties', node.prop)
      note(node.prop, missingIn(property, prefixBeside(node)))
      for (const word of node.value.match(/[a-z-]+(?=[\s,;)]|$)/g) ?? [])
        note(`${node.prop}: ${word}`, missingIn(property?.[word] as Compat | undefined))
      for (const [, name] of node.value.matchAll(/([a-z-]+)\(/g))
        note(`${name}()`, missingIn(functionOf(name!)))
      for (const [, unit] of node.value.matchAll(/[\d.](dv[hwib]|[sl]v[hwib]|cq[a-z]+|lh|rlh|cap|ic)\b/g))
        note(unit!, missingIn(under('types', 'length', unit!)))
    }
  })
  return [...found]

  function functionOf(name: string): Compat | undefined {
    return under('types', name) ?? under('types', 'color', name) ?? under('types', 'gradient', name) ?? under('types', 'transform-function', name) ?? under('types', 'image', name)
  }
}

function isAskedFor(node: ChildNode): boolean {
  for (let at = node.parent; at; at = at.parent as typeof at) {
    if (at.type === 'atrule' && (at as AtRule).name === 'supports')
      return true
  }
  return node.type === 'atrule' && node.name === 'supports'
}

function selectorsOf(rule: Rule): { name: string; text: string }[] {
  const pseudo = [...rule.selector.matchAll(/::?([a-z-]+)/g)].map(([text, name]) => ({ name: name!, text }))
  return rule.selector.includes('&') || rule.parent?.type === 'rule' ? [...pseudo, { name: 'nesting', text: 'nesting' }] : pseudo
}

function prefixBeside(declaration: Declaration): string | undefined {
  const beside = declaration.parent?.nodes.some(each => each.type === 'decl' && each.prop === `-webkit-${declaration.prop}`)
  return beside ? '-webkit-' : undefined
}
