import { hash32 } from './hash32.ts'

const ALIAS = /^~[0-9a-z]{14}$/
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._:/#-]{0,63}$/
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/
const IDENTITY = /\d{17}[\dXx]/

/** A fixed stand-in for a worker's or device's id. The alias of an alias is itself. */
export function aliasOf(id: string): string {
  return ALIAS.test(id) ? id : `~${base36(hash32(id))}${base36(hash32(id, 0x5BD1E995))}`
}

/**
 * An incident's id as a screen may see it: itself if it is a plain identifier, its alias if it could carry a person's
 * name, mobile number or identity number.
 */
export function publicId(id: string): string {
  return PLAIN.test(id) && !MOBILE.test(id) && !IDENTITY.test(id) ? id : aliasOf(id)
}

function base36(value: number): string {
  return value.toString(36).padStart(7, '0')
}
