import { watch } from 'vue'
import { graveIncidents } from '../../../shared/indicators/open/graveIncidents.ts'
import { useUnattended } from './unattended.ts'
import { useMeasure } from '../../picture/indicator/useMeasure.ts'
import { useSecond } from '../../picture/useSecond.ts'

/** Alarms end by themselves as time goes by. */
const AGES_MS = 5000

/** B2: keeps the focus queue at what is grave in the whole district, and at the time. */
export function useTakeover(): void {
  const unattended = useUnattended()
  const grave = useMeasure({ streams: ['incident', 'patrol'], everyMs: AGES_MS }, (state, now, { code }) => graveIncidents(state, code, now))
  watch(grave, now => now && unattended.see(now), { immediate: true })
  watch(useSecond(), unattended.pass)
}
