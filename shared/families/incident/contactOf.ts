import type { ContactField } from '../../words/contact.ts'
import { CONTACT_FIELDS } from '../../words/contact.ts'

/** What is kept of a caller: the fields of the class `contact` that are there. */
export function contactOf(reporter: { [F in ContactField]?: string | undefined }): { [F in ContactField]?: string } {
  return Object.fromEntries(CONTACT_FIELDS.flatMap(field => reporter[field] === undefined ? [] : [[field, reporter[field]]]))
}
