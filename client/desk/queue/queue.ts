import type { State } from '../../../shared/state/State.ts'
import type { Publication } from '../../picture/schedule/Publication.ts'
import type { QueueGroup } from './queueGroups.ts'
import type { QueueRow } from './QueueRow.ts'
import { defineStore } from 'pinia'
import { markRaw, shallowReadonly, shallowRef } from 'vue'
import { useDeskAddress } from './deskAddress.ts'
import { lineOf, queueGroups } from './queueGroups.ts'
import { QueueOrder } from './QueueOrder.ts'
import { isInView, queueRow } from './QueueRow.ts'

/** The queue of the desk: open matters by time to their limit, narrowed as the address says; and the row that the keys are at. */
export const useQueue = defineStore('queue', () => {
  const desk = useDeskAddress()
  const order = markRaw(new QueueOrder(() => true, (view, row) => isInView(view, row, desk.seat)))
  /** Moves whenever the order or its groups do: the order itself is changed in place. */
  const version = shallowRef(0)
  const groups = shallowRef<readonly QueueGroup[]>([])
  const cursor = shallowRef<string>()
  let cursorPlace = 0
  /** Counts what was asked to come into sight. */
  const revealed = shallowRef(0)

  function moved(): void {
    version.value++
    const row = cursor.value === undefined ? undefined : order.get(cursor.value)
    const place = row ? order.placeOf(row) : -1
    if (row && order.order[place] === row)
      cursorPlace = place
    else if (cursor.value !== undefined)
      cursor.value = order.order[Math.min(cursorPlace, order.order.length - 1)]?.id
  }

  /** Rows by time that is left; asked each second, told only when a row came into another group. */
  function group(now: number, zoneMs: number): void {
    const next = queueGroups(order, now, zoneMs)
    if (JSON.stringify(next) !== JSON.stringify(groups.value))
      groups.value = next
  }

  /** As the state is now, or where it was touched. */
  function follow(state: State, touched?: Publication): void {
    const { incidents } = state.incident
    if (!touched || touched.whole)
      order.reset([...incidents.values()].flatMap(incident => queueRow(incident, state) ?? []))
    else if (touched.incidents.size > 0)
      order.change(new Map([...touched.incidents].map(id => [id, queueRow(incidents.get(id), state)])))
    else
      return
    moved()
  }

  function narrow(passes: (row: QueueRow) => boolean): void {
    order.narrow(passes)
    moved()
  }

  function put(place: number): void {
    const row = order.order[Math.max(0, Math.min(place, order.order.length - 1))]
    cursor.value = row?.id
    cursorPlace = row ? order.placeOf(row) : 0
    revealed.value++
  }

  return {
    order,
    version: shallowReadonly(version),
    groups: shallowReadonly(groups),
    /** Id of the row that the keys are at. */
    cursor: shallowReadonly(cursor),
    revealed: shallowReadonly(revealed),
    /** Line of the list at which the cursor stands; undefined for none. */
    cursorLine: () => cursor.value === undefined ? undefined : lineOf(groups.value, cursorPlace),
    follow,
    narrow,
    group,
    /** From row to row; from none to the first. */
    move: (by: number) => put(cursor.value === undefined ? 0 : cursorPlace + by),
    first: () => put(0),
    last: () => put(order.order.length - 1),
    /** The cursor goes where somebody pointed. */
    stopAt(id: string) {
      const row = order.get(id)
      if (!row)
        return
      cursor.value = id
      cursorPlace = order.placeOf(row)
    },
  }
})
