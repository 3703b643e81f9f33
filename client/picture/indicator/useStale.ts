import type { ComputedRef } from 'vue'
import type { StreamName } from '../../../shared/words/stream.ts'
import type { Staleness } from './staleness.ts'
import { computed } from 'vue'
import { useDistrict } from '../../base/district.ts'
import { useLink } from '../link.ts'
import { useProjection } from '../projection.ts'
import { useSession } from '../../base/session.ts'
import { stalenessOf } from './staleness.ts'
import { useSecond } from '../useSecond.ts'

export interface Stale {
  staleness: Staleness
  /** T5: the widget must grey itself. */
  isStale: boolean
  /** When the stream was last heard, epoch ms; 0 for never. For the title: 截至 14:28:55. */
  since: number
  /** The stream that says so. */
  stream: StreamName | undefined
}

/** Whether a stream's picture is of now; of several streams the worst counts, and of several that are late the one that was heard longest ago. */
export function useStale(streams: readonly StreamName[]): ComputedRef<Stale> {
  const projection = useProjection()
  const district = useDistrict()
  const link = useLink()
  const session = useSession()
  const second = useSecond()
  return computed((before?: Stale) => {
    const worst = streams
      .map((stream) => {
        const heard = projection.heard[stream]
        const staleness = stalenessOf(heard, district.cadenceMs?.[stream] ?? Infinity, second.value, link.truth === 'live')
        return { staleness, isStale: staleness === 'late', since: heard.entry, stream }
      })
      .sort((a, b) => ORDER.indexOf(b.staleness) - ORDER.indexOf(a.staleness) || a.since - b.since)[0]
    // A past is whole, however long its streams had been silent then.
    const now = worst && session.at === undefined ? worst : { staleness: 'fresh' as const, isStale: false, since: 0, stream: undefined }
    // The same object while nothing moved, so that a second's tick redraws nobody.
    return before && before.staleness === now.staleness && before.stream === now.stream && (before.since === now.since || !now.isStale) ? before : now
  })
}

const ORDER: readonly Staleness[] = ['fresh', 'quiet', 'never', 'unknown', 'late']
