import type { Form } from './Form.ts'
import type { Open311Error } from './Open311Error.ts'
import { isUtf8Type } from '../isUtf8Type.ts'
import { readUrlEncoded } from '../readUrlEncoded.ts'
import { FORM_ERRORS, MOST_FIELDS } from './formErrors.ts'
import { readMultipart } from './readMultipart.ts'

/** A form, url-encoded or multipart, in UTF-8 (W24). */
export async function readForm(body: Buffer, contentType: string): Promise<Form | Open311Error> {
  if (!isUtf8Type(contentType))
    return FORM_ERRORS.charset
  switch (contentType.split(';')[0]!.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded': return fromPairs(readUrlEncoded(body.toString('latin1')))
    case 'multipart/form-data': return readMultipart(body, contentType)
    default: return FORM_ERRORS.type
  }
}

function fromPairs(pairs: [string, string][] | undefined): Form | Open311Error {
  if (!pairs)
    return FORM_ERRORS.notUtf8
  if (pairs.length > MOST_FIELDS)
    return FORM_ERRORS.tooMany
  return { fields: new Map(pairs.reverse()), files: [] }
}
