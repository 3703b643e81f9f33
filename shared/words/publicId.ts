const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._:/#-]{0,63}$/
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/
const IDENTITY = /\d{17}[\dXx]/

/** A fixed stand-in for the id of a person or thing. Only servers can make one: its key travels to no browser (A20). */
export type AliasOf = (id: string) => string

/**
 * An incident's id as a screen may see it: itself if it is a plain identifier, its alias if it could carry a person's
 * name, mobile number or identity number.
 */
export function publicId(id: string, aliasOf: AliasOf): string {
  return isPlainId(id) ? id : aliasOf(id)
}

/** Whether an id can carry no person. */
export function isPlainId(id: string): boolean {
  return PLAIN.test(id) && !MOBILE.test(id) && !IDENTITY.test(id)
}
