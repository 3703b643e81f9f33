import type { ComputedRef } from 'vue'
import { getPosition } from 'suncalc'
import { computed } from 'vue'
import { useSession } from '../../base/session.ts'
import { shadeOf } from './shadeOf.ts'
import { useSecond } from '../../picture/useSecond.ts'

const MINUTE_MS = 60_000

/** How dark the screen is, by the sun over a place (degrees) and the server's time; moves once a minute at most. */
export function useShade(place: () => { lng: number; lat: number } | undefined): ComputedRef<number> {
  const session = useSession()
  const second = useSecond()
  const minute = computed(() => Math.floor(second.value / MINUTE_MS))
  const altitude = computed(() => {
    const at = place()
    return at ? getPosition(new Date(minute.value * MINUTE_MS), at.lat, at.lng).altitude : Infinity
  })
  return computed(() => shadeOf(session.brightness, altitude.value))
}
