import type { View } from '../../picture/selection.ts'
import type { RotationSlot } from './rotationSlot.ts'
import { regionAt } from '../../../shared/words/regionCode.ts'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { attentionList } from '../../../shared/indicators/grid/attentionList.ts'
import { useClock } from '../../picture/clock.ts'
import { useDistrict } from '../../base/district.ts'
import { useDriven } from '../driven/driven.ts'
import { useProjection } from '../../picture/projection.ts'
import { rotationSlot } from './rotationSlot.ts'
import { useSelection } from '../../picture/selection.ts'
import { useUnattended } from './unattended.ts'
import { useRotation } from './useRotation.ts'
import { useSecond } from '../../picture/useSecond.ts'

/** So many grids as the list of those that need attention shows. */
const ATTENTION_MOST = 10

interface BorrowedView extends View {
  scene: string
}

export interface Scenes {
  current: () => string | undefined
  go: (scene: string) => void
}

/** B1, B3: shows what has taken over, else what a desk has sent, else what has its turn, and gives back what was there before. */
export function useBorrowedView(scenes: Scenes): void {
  const unattended = useUnattended()
  const driven = useDriven()
  const selection = useSelection()
  const district = useDistrict()
  const projection = useProjection()
  const clock = useClock()
  const second = useSecond()
  const rotation = useRotation()
  const turning = shallowRef<BorrowedView>()
  let home: string | undefined

  const isAlone = computed(() => (unattended.grave?.length ?? 0) < 2)
  const takeover = computed<BorrowedView | undefined>(() => {
    const { shown } = unattended.queue
    // While another waits nobody may lose sight of it: the map stays whole.
    return shown && { scene: 'overview', region: isAlone.value ? regionAt(shown.grid, 'town') : '', grid: shown.grid }
  })
  const slot = computed<RotationSlot | undefined>((before) => {
    const now = rotation.value.state === 'running' && unattended.plan ? rotationSlot(unattended.plan, second.value) : undefined
    return before?.from === now?.from && before?.step === now?.step ? before : now
  })
  const wanted = computed(() => takeover.value ?? driven.shown?.view ?? turning.value)

  watch([slot, () => rotation.value.state], () => {
    if (slot.value)
      turning.value = viewOf(slot.value)
    // Whoever is here looks at what he stopped at.
    else if (rotation.value.state !== 'paused')
      turning.value = undefined
  }, { immediate: true })
  watch(wanted, show, { immediate: true })
  watch(() => selection.borrowed, (borrowed) => {
    if (borrowed || !wanted.value)
      return
    // A person moved on.
    turning.value = undefined
    driven.end()
    if (takeover.value)
      unattended.refuse()
  })
  onScopeDispose(() => selection.borrow(undefined))

  function show(view: BorrowedView | undefined, before: BorrowedView | undefined): void {
    if (!before)
      home = scenes.current()
    const scene = view?.scene ?? (before?.scene === scenes.current() ? home : undefined)
    selection.borrow(view && { region: view.region, grid: view.grid })
    if (scene)
      scenes.go(scene)
  }

  function viewOf({ step, turn }: RotationSlot): BorrowedView {
    return { scene: step.scene, region: step.attention ? towns()[turn] ?? '' : step.region, grid: undefined }
  }

  /** Towns of the grids that most need somebody now, in that order. */
  function towns(): string[] {
    if (!projection.state || !district.district)
      return []
    const rows = attentionList.measure(projection.state, district.district.code, clock.now(), district.district)
    return [...new Set(rows.slice(0, ATTENTION_MOST).map(({ grid }) => regionAt(grid, 'town')))]
  }
}
