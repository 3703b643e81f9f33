import { watch } from 'vue'
import { unsigned } from '../../../shared/indicators/open/unsigned.ts'
import { useUnattended } from './unattended.ts'
import { useMeasure } from '../../picture/indicator/useMeasure.ts'
import { useSecond } from '../../picture/useSecond.ts'

/** Alarms end by themselves as time goes by. */
const AGES_MS = 5000

/** B2: keeps the focus queue at what is grave in the whole district, and at the time. */
export function useTakeover(): void {
  const unattended = useUnattended()
  const grave = useMeasure({ streams: unsigned.streams, everyMs: AGES_MS }, (state, now, district) => unsigned.measure(state, district.code, now, district))
  watch(grave, now => now && unattended.see(now), { immediate: true })
  watch(useSecond(), unattended.pass)
}
