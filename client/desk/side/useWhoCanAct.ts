import type { CanAct, WhoCanAct } from '../../../shared/indicators/open/whoCanAct.ts'
import { computed } from 'vue'
import { whoCanAct } from '../../../shared/indicators/open/whoCanAct.ts'
import { isEnded } from '../../../shared/domain/stages.ts'
import { useMeasure } from '../../picture/indicator/useMeasure.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'
import { useDeskDistrict } from '../top/deskDistrict.ts'
import { useProjection } from '../../picture/projection.ts'

const MOST_DIGITS = 9

/** Somebody who can act, with the digit that sends them; undefined for who is off, and beyond nine. */
export interface Numbered extends CanAct {
  digit: number | undefined
}

/** Who can act on the matter that lies open, kept up; undefined where nothing lies open or it has ended. */
export function useWhoCanAct() {
  const address = useDeskAddress()
  const desk = useDeskDistrict()
  const projection = useProjection()

  const who = useMeasure<WhoCanAct | undefined>({ streams: ['incident', 'grid-status'], positions: true, everyMs: 5000 }, (state, now) => {
    const incident = address.matter === undefined ? undefined : state.incident.incidents.get(address.matter)
    return incident && desk.resource && !isEnded(incident.stage) ? whoCanAct(state, incident, now, { staff: desk.resource.staff, positions: projection.positions }) : undefined
  }, () => [address.matter, desk.resource?.version].join(' '))

  const people = computed<Numbered[]>(() => {
    let digit = 0
    return (who.value?.people ?? []).map(each => ({ ...each, digit: each.presence !== 'off' && digit < MOST_DIGITS ? ++digit : undefined }))
  })

  return { who, people }
}
