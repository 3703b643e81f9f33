import type { Messages } from './Messages.ts'
import { createI18n } from 'vue-i18n'
import en from './en.ts'
import { textFunctions } from './textFunctions.ts'
import zh from './zh.ts'

declare module 'vue-i18n' {
  // Typed keys: a text that is not there does not compile.
  interface DefineLocaleMessage extends Messages {}
}

/** Chinese first, English at a switch. */
export function createWords(locale: 'zh' | 'en') {
  return createI18n<[Messages], 'zh' | 'en', false>({ legacy: false, locale, fallbackLocale: 'zh', messages: { zh: textFunctions(zh), en: textFunctions(en) } })
}
