import { hash32 } from '../shared/words/hash32.ts'
import { isPlainId } from '../shared/words/publicId.ts'

const FORMER = /^~[0-9a-z]{14}$/

/** Whether an id has the form that aliases had before they were made with a secret. */
export function isFormerAlias(id: string): boolean {
  return FORMER.test(id)
}

/** The public id that was given out for an incident before then, so that whoever kept it still finds the matter (A22). */
export function formerPublicId(id: string): string {
  return isPlainId(id) || isFormerAlias(id) ? id : `~${base36(hash32(id))}${base36(hash32(id, 0x5BD1E995))}`
}

function base36(value: number): string {
  return value.toString(36).padStart(7, '0')
}
