import type { Open311Error } from './Open311Error.ts'

export const MOST_FIELDS = 100

/** What may be wrong with a form before its fields are looked at. */
export const FORM_ERRORS = {
  notUtf8: { code: 400, description: 'Send the form in UTF-8: it holds bytes of another encoding, such as GBK. Nothing was kept.' },
  charset: { code: 415, description: 'Send the form in UTF-8.' },
  type: { code: 415, description: 'Send a form: application/x-www-form-urlencoded or multipart/form-data.' },
  tooMany: { code: 400, description: `A form has at most ${MOST_FIELDS} fields.` },
  tooLong: { code: 400, description: 'A field is too long.' },
  broken: { code: 400, description: 'The multipart form is broken or ends too soon.' },
} as const satisfies Record<string, Open311Error>
