import type { Refusal } from '../../shared/events/refusal.ts'
import { MAX_DATA_BYTES, MAX_DATA_DEPTH } from '../../shared/events/envelope.ts'
import { holdsHalfPair } from '../../shared/events/holdsHalfPair.ts'
import { isDeeper } from '../../shared/events/isDeeper.ts'

/** An event's data as JSON text, or why it is none that can be kept: at most 256 KiB and 64 levels (W6), whole characters (W24). */
export function measureJson(data: object): { text: string } | Refusal {
  if (isDeeper(data, MAX_DATA_DEPTH))
    return { reason: 'too-large', path: 'data', message: `data is at most ${MAX_DATA_DEPTH} levels deep.` }
  const text = JSON.stringify(data)
  if (Buffer.byteLength(text) > MAX_DATA_BYTES)
    return { reason: 'too-large', path: 'data', message: 'data is at most 256 KiB; send photos as addresses.' }
  if (holdsHalfPair(text))
    return { reason: 'bad-data', path: 'data', message: 'data holds half of a surrogate pair, such as \\ud800 alone; send whole characters.' }
  return { text }
}
