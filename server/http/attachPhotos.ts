import type { AttachmentStore } from '../attachments/AttachmentStore.ts'
import type { WayIn } from '../ingest/acceptEvents.ts'
import type { FormFile } from '../ingest/open311/Form.ts'
import { prepareFile } from '../attachments/prepareFile.ts'
import { LogUnavailableError } from '../log/LogUnavailableError.ts'
import { acceptEvents } from '../ingest/acceptEvents.ts'

const MOST_PHOTOS = 5

const NOTICES = {
  'too-large': 'A photo larger than 10 MiB was not kept.',
  'no-such-type': 'A file that is no JPEG, PNG or WebP photo was not kept.',
  'broken': 'A broken photo was not kept.',
  'full': 'A photo was not kept: the disk of the server is full.',
  'away': 'A photo was not kept: the log could not be reached.',
  'too-many': `Of the photos the first ${MOST_PHOTOS} were kept.`,
} as const

type Notice = keyof typeof NOTICES

interface Parts {
  store: AttachmentStore
  way: WayIn
  /** The matter: a report that has been taken. */
  id: string
}

/**
 * Keeps the photos of a report that was taken, stripped as every attachment is, and says of the rest why not (O20): a photo never costs the report.
 * Answers the last entry, if any was appended, and the words for `service_notice`.
 */
export async function attachPhotos(files: readonly FormFile[], parts: Parts): Promise<{ entry?: string; notice?: string }> {
  const notices = new Set<Notice>()
  let entry: string | undefined
  for (const [i, file] of files.slice(0, MOST_PHOTOS).entries()) {
    const attached = await attach(file, `${parts.id}/photo-${i + 1}`, parts)
    if (typeof attached === 'string')
      notices.add(attached)
    else
      entry = attached.entry
  }
  if (files.length > MOST_PHOTOS)
    notices.add('too-many')
  const notice = [...notices].map(each => NOTICES[each]).join(' ')
  return { ...(entry !== undefined && { entry }), ...(notice !== '' && { notice }) }
}

async function attach(file: FormFile, eventId: string, { store, way, id }: Parts): Promise<{ entry: string } | Notice> {
  if (file === 'too-large')
    return file
  const photo = prepareFile(file)
  if (typeof photo === 'string')
    return photo
  if (photo.data.mediaType === 'application/pdf')
    return 'no-such-type'
  if (await store.put(id, photo.data.attachment, photo.bytes) === 'full')
    return 'full'
  try {
    const [result] = await acceptEvents([{ type: 'incident.attached', source: 'open311', id: eventId, subject: id, data: photo.data }], way)
    if (result!.accepted)
      return { entry: result!.entry }
  }
  catch (error) {
    if (!(error instanceof LogUnavailableError))
      throw error
  }
  // What is not attached does not stay (D3).
  await store.remove(id, photo.data.attachment)
  return 'away'
}
