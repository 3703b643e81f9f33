import { onScopeDispose, watch } from 'vue'
import { withPatience } from '../../base/withPatience.ts'
import { useSchedule } from '../../picture/schedule/schedule.ts'
import { useMeasure } from '../../picture/indicator/useMeasure.ts'
import { fetchTimeline } from './timeline/fetchTimeline.ts'
import { pairOf, useActing } from './action/acting.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'
import { useDeskDistrict } from '../top/deskDistrict.ts'
import { openMatterOf, useOpenMatter } from './openMatter.ts'
import { useCommands } from './commands.ts'

const PATIENCE_MS = 20_000

/** Keeps up the matter that lies open, and its history, which is got anew when something happened to it; ends with the scope. */
export function followOpenMatter(): void {
  const address = useDeskAddress()
  const desk = useDeskDistrict()
  const acting = useActing()
  const commands = useCommands()
  const open = useOpenMatter()
  const schedule = useSchedule()
  let asking: AbortController | undefined

  const matter = useMeasure({ streams: ['incident'], everyMs: 10_000, group: 'text' }, (state) => {
    const { matter: id } = address
    const found = id === undefined ? undefined : openMatterOf(state, id, desk.actor(address.seat))
    return found && { ...found, duplicates: found.duplicates.filter(({ incident }) => !acting.notSame.has(pairOf(id!, incident.id))) }
  }, () => [address.matter, address.seat, desk.resource?.version, acting.notSame.size].join(' '))

  function ask(): void {
    asking?.abort()
    const { matter: id } = address
    if (id === undefined || !open.shown)
      return
    const own = asking = new AbortController()
    fetchTimeline(id, withPatience(own.signal, PATIENCE_MS))
      .then(timeline => own.signal.aborted || open.told(id, timeline))
      .catch(() => own.signal.aborted || open.told(id, undefined))
  }

  watch(matter, (now, before) => {
    open.show(now)
    if (now?.incident.id !== before?.incident.id)
      ask()
  }, { immediate: true })
  watch(() => address.matter, () => acting.turn())
  // Something happened after a refusal was said: it is of the picture before.
  watch(() => commands.last, outcome => outcome?.answer.accepted && outcome.command.incident === address.matter && acting.turn())
  onScopeDispose(schedule.afterGroup('text', ({ whole, incidents }) => address.matter !== undefined && (whole || incidents.has(address.matter)) && ask()))
  onScopeDispose(() => {
    asking?.abort()
    open.show(undefined)
  })
}
