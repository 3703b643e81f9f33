import type { MessageContext, MessageFunction } from 'vue-i18n'
import { fillPlaces } from './fillPlaces.ts'

/**
 * Texts as functions that put named values into their `{places}`: all that ours need, and so the page goes without the
 * library's compiler. The keys stay as they are.
 */
export function textFunctions<T extends object>(words: T): T {
  return Object.fromEntries(Object.entries(words).map(([key, value]) =>
    [key, typeof value === 'string' ? textFunction(value) : textFunctions(value as object)])) as T
}

function textFunction(text: string): MessageFunction<string> {
  return ({ named }: MessageContext) => fillPlaces(text, named)
}
