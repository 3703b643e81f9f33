import { lineOf } from '../../shared/words/lineOf.ts'

const MOST = 64
const line = lineOf(MOST)

/** What a phone says is wrong. */
export interface PhoneAlarm {
  /** Its carrier calls for help. */
  sos: boolean
  /** The rest in the device's own words, joined by comma. */
  other?: string
}

/**
 * Traccar's `alarm`: one word or several by comma, in any case, `sos` among them or not; a parameter that stands twice counts as several.
 * What is no line of text is left out; it is no reason to lose a fix, far less a call for help.
 */
export function phoneAlarm(value: unknown): PhoneAlarm {
  const words = (Array.isArray(value) ? value : [value]).flatMap(each => typeof each === 'string' || typeof each === 'number' ? String(each).split(',') : [])
    .map(word => word.trim()).filter(Boolean)
  const other = line.safeParse(words.filter(word => !isSos(word)).join(',')).data
  return { sos: words.some(isSos), ...(other !== undefined && { other }) }
}

function isSos(word: string): boolean {
  return word.toLowerCase() === 'sos'
}
