import type { Compat } from './missingIn.ts'
import { missingIn } from './missingIn.ts'

/** Paths of what came after the oldest Chromium supported, such as `Array.prototype.toSorted` and `AbortSignal.any`; there may be nothing at some of them. */
export function newerInChromium(compat: Compat): string[] {
  const isNewer = (at: Compat) => missingIn(at).some(each => each.startsWith('chrome') && each.includes('since'))
  const { builtins } = compat.javascript as { builtins: Compat }
  return [builtins, compat.api as Compat].flatMap(all => Object.entries(all).flatMap(([name, owner]) => {
    if (name === '__compat')
      return []
    if (isNewer(owner as Compat))
      return [name]
    return Object.entries(owner as Compat).flatMap(([member, at]) => {
      if (!/^[a-z]\w*$/i.test(member) || !isNewer(at as Compat))
        return []
      const plain = member.replace(/_static$/, '')
      return member === plain ? [`${name}.prototype.${plain}`, `${name}.${plain}`] : [`${name}.${plain}`]
    })
  }))
}
