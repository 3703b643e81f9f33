import type { DataOf } from '../../shared/state/eventTypes.ts'
import { createHash } from 'node:crypto'
import { mediaTypeOf } from './mediaTypeOf.ts'
import { withoutMetadata } from './withoutMetadata.ts'

/** A file as it is kept, and what `incident.attached` says of it. */
export interface Prepared {
  bytes: Buffer
  data: Pick<DataOf<'incident.attached'>, 'attachment' | 'mediaType' | 'bytes'>
}

/** A file by its first bytes, without what a photo says of place, time, device and people (D1, D2); or why it is not taken. */
export function prepareFile(file: Buffer): Prepared | 'no-such-type' | 'broken' {
  const mediaType = mediaTypeOf(file)
  if (!mediaType)
    return 'no-such-type'
  const bytes = withoutMetadata(file, mediaType)
  return bytes ? { bytes, data: { attachment: createHash('sha256').update(bytes).digest('hex'), mediaType, bytes: bytes.length } } : 'broken'
}
