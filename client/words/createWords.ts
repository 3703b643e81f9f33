import type { Messages } from './Messages.ts'
import { createI18n } from 'vue-i18n'
import thatDay from './messages/zh/thatDay.ts'
import { overlaid } from './overlaid.ts'
import { textFunctions } from './textFunctions.ts'
import zh from './zh.ts'

declare module 'vue-i18n' {
  // Typed keys: a text that is not there does not compile.
  interface DefineLocaleMessage extends Messages {}
}

/** Chinese first; English comes when it is asked for (`speakEnglish`), and until then is Chinese. @param past whether the screen is of another day */
export function createWords(past = false) {
  const words: Messages = textFunctions(past ? overlaid(zh, thatDay) : zh)
  return createI18n<[Messages], 'zh' | 'en', false>({ legacy: false, locale: 'zh', fallbackLocale: 'zh', messages: { zh: words, en: words } })
}
