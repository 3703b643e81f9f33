import type { ComputedRef, ShallowRef } from 'vue'
import type { DistrictPicture } from './DistrictPicture.ts'
import type { PlacedMark } from './incidentMarks.ts'
import type { Pulse } from './Pulse.ts'
import { computed, shallowRef } from 'vue'
import { useReducedMotion } from '../look/useReducedMotion.ts'

/** So many new matters ring at once: of more nobody sees which, and the page would never be still. */
const RING_MOST = 3

interface Parts {
  marks: Readonly<ShallowRef<readonly PlacedMark[]>>
  /** Counts views: pulses are placed anew at each; 0 while there is none. */
  view: Readonly<ShallowRef<number>>
  picture: () => Pick<DistrictPicture, 'project'> | undefined
}

/** Rings around what came just now, until they have gone once, and around what calls; none for who wants no motion. */
export function usePulses({ marks, view, picture }: Parts): { pulses: ComputedRef<Pulse[]>; ring: (came: ReadonlySet<string>) => void; settle: (id: string) => void } {
  const reduced = useReducedMotion()
  const fresh = shallowRef<ReadonlySet<string>>(new Set())

  const pulses = computed<Pulse[]>(() => {
    if (reduced.value || view.value === 0)
      return []
    return marks.value.flatMap(({ id, severity, calls, out, lng, lat }) => {
      const kind = fresh.value.has(id) ? 'fresh' as const : calls && !out ? 'calling' as const : undefined
      const drawn = picture()
      return kind && drawn ? [{ id, severity, kind, ...drawn.project(lng, lat) }] : []
    })
  })

  function ring(came: ReadonlySet<string>): void {
    if (came.size > 0 && !reduced.value && !document.hidden)
      fresh.value = new Set([...fresh.value, ...came].slice(0, RING_MOST))
  }

  function settle(id: string): void {
    fresh.value = new Set([...fresh.value].filter(each => each !== id))
  }

  return { pulses, ring, settle }
}
