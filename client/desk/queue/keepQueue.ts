import { regionAt } from '../../../shared/words/regionCode.ts'
import { onScopeDispose, watch } from 'vue'
import { queueFilter } from './queueFilter.ts'
import { useClock } from '../../picture/clock.ts'
import { useDeskAddress } from './deskAddress.ts'
import { useQueue } from './queue.ts'
import { useDistrict } from '../../base/district.ts'
import { useProjection } from '../../picture/projection.ts'
import { useSchedule } from '../../picture/schedule/schedule.ts'
import { useMatterWords } from '../../words/useMatterWords.ts'

/** Keeps the desk's queue at the state, the address and the time, until the scope ends. */
export function keepQueue(): void {
  const queue = useQueue()
  const projection = useProjection()
  const districts = useDistrict()
  const desk = useDeskAddress()
  const clock = useClock()
  const schedule = useSchedule()
  const { about } = useMatterWords()
  const zoneMs = () => districts.district?.zoneMs ?? 0
  const group = () => queue.group(clock.now(), zoneMs())

  function narrow(): void {
    const names = ({ district, names }: typeof districts, code: string) => district ? `${names(code)?.zh ?? ''} ${names(code)?.en ?? ''}` : ''
    queue.narrow(queueFilter(desk.shown, {
      namesOf: row => `${names(districts, row.grid)} ${names(districts, regionAt(row.grid, 'town'))} ${about(row)}`,
      buildings: (districts.district?.buildings ?? []).map(({ properties, geometry: { coordinates: [lng, lat] } }) => ({ names: properties.names, lng, lat })),
    }))
    group()
  }

  function follow(): void {
    if (projection.state)
      queue.follow(projection.state)
    narrow()
  }

  follow()
  onScopeDispose(schedule.afterGroup('text', (touched) => {
    if (!projection.state)
      return
    queue.follow(projection.state, touched)
    group()
  }))
  watch(schedule.second, group)
  // What is looked at and by whom changes the counts of views too.
  watch(() => desk.seat, follow)
  watch([narrowing, () => districts.district], narrow)

  function narrowing(): string {
    const { matter: _, ...rest } = desk.shown
    return JSON.stringify(rest)
  }
}
