import type { Show } from '../../../shared/protocol/wall/show.ts'
import type { Wall } from '../../../shared/protocol/wall/wall.ts'
import { regionAt } from '../../../shared/words/regionCode.ts'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { useClock } from '../../picture/clock.ts'
import { useDriven } from './driven.ts'
import { useLink } from '../../picture/link.ts'
import { useProjection } from '../../picture/projection.ts'
import { useSelection } from '../../picture/selection.ts'
import { useTalk } from '../../picture/talk.ts'
import { useUnattended } from '../unattended/unattended.ts'
import { afterPaint } from '../../picture/schedule/afterPaint.ts'
import { useSecond } from '../../picture/useSecond.ts'

/**
 * N3, N7: tells the desks what this wall shows, whenever that changes, and shows what they send: under what has taken it over, as
 * soon as that ends. What was sent is told as painted after the paint that shows it.
 * @param name under which the desks know it
 */
export function useDrivenWall(name: () => string, scene: () => string): void {
  const talk = useTalk()
  const link = useLink()
  const driven = useDriven()
  const unattended = useUnattended()
  const selection = useSelection()
  const projection = useProjection()
  const clock = useClock()
  /** The last `show` that has reached the glass, and the last one that came. */
  const painted = shallowRef<string>()
  const asked = shallowRef<string>()

  const says = computed<Wall>(() => {
    const { state, shown } = unattended.queue
    return {
      name: name(),
      scene: scene(),
      ...(selection.region && { region: selection.region }),
      ...(selection.selected && { grid: selection.selected }),
      ...(painted.value && { painted: painted.value }),
      held: state === 'held' || (!shown && driven.shown?.until === Infinity),
      ...(shown && { taken: shown.id }),
      ...(unattended.refused && { refused: unattended.refused }),
    }
  })

  /** What a desk orders about what is shown for a while. */
  function order(takeover: NonNullable<Show['takeover']>): void {
    const { state, shown } = unattended.queue
    if (!shown)
      return takeover === 'hold' ? driven.hold() : driven.end()
    if (takeover === 'refuse')
      unattended.refuse()
    else if ((takeover === 'hold') === (state === 'showing'))
      unattended.hold()
  }

  function obey({ id, by, scene: wanted, region, grid, incident, takeover }: Show): void {
    asked.value = id
    if (takeover)
      order(takeover)
    const place = grid ?? gridOf(incident)
    if (wanted !== undefined || region !== undefined || place !== undefined) {
      const view = { scene: wanted ?? (place ? 'overview' : scene()), region: region ?? (place && regionAt(place, 'town')) ?? '', grid: place }
      driven.send({ id, by, ...(incident !== undefined && { incident }), view: { ...view, region: view.region.length > 6 ? view.region : '' } }, clock.now())
    }
  }

  function gridOf(incident: string | undefined): string | undefined {
    const { state } = projection
    const found = incident === undefined ? undefined : state?.incident.incidents.get(incident)
    return found && state!.basis.grids[found.grid]
  }

  /** What was asked for is on the screen, or there was nothing to show. */
  const isShown = computed(() => driven.shown?.id !== asked.value
    || (!unattended.queue.shown && scene() === driven.shown?.view.scene && selection.borrowed?.region === driven.shown.view.region && selection.borrowed.grid === driven.shown.view.grid))

  watch([asked, isShown], ([id, shown]) => {
    if (id !== undefined && shown && id !== painted.value)
      afterPaint(() => { painted.value = id })
  }, { flush: 'post' })
  // A link that was cut forgets its wall; a server does not hear from a screen before it subscribed.
  watch(() => [link.status.state === 'live', says.value] as const, ([live, wall]) => live && talk.tell('wall', wall), { immediate: true })
  watch(useSecond(), driven.pass)
  onScopeDispose(talk.hear('show', obey))
  onScopeDispose(driven.end)
}
