import type { DeskAddress, DeskFilters, DeskView } from './deskAddress.ts'
import type { Keep } from '../../base/kept.ts'
import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { z } from 'zod'
import { DESK_VIEWS, NO_FILTERS, readDeskAddress, useDeskAddress, writeDeskAddress } from './deskAddress.ts'
import { readKept, writeKept } from '../../base/kept.ts'

const NAME = 'wangge.desk.views'
const VIEWS_MOST = 12
export const VIEW_NAME_MOST = 20

const kept = z.array(z.object({ name: z.string().min(1).max(VIEW_NAME_MOST), query: z.string().max(600) })).max(VIEWS_MOST)

export interface SavedView extends DeskFilters { name: string; view: DeskView; q: string }

/** What the queue may be narrowed to by one step: the views of every desk, then those that were saved in this browser. */
export const useSavedViews = defineStore('saved-views', () => {
  const desk = useDeskAddress()
  const saved = shallowRef<readonly SavedView[]>([])
  let keep: Keep | undefined

  const all = computed(() => [...DESK_VIEWS.map(view => ({ ...NO_FILTERS, view, q: '' })), ...saved.value])
  const current = computed(() => all.value.findIndex(each => queryOf(each) === queryOf(desk.shown)))

  function set(next: readonly SavedView[]): void {
    saved.value = next
    if (keep)
      writeKept(keep, NAME, next.map(each => ({ name: each.name, query: queryOf(each) })))
  }

  function show({ name: _, ...view }: Partial<SavedView>): void {
    desk.change({ ...NO_FILTERS, q: '', ...view })
  }

  return {
    saved: shallowReadonly(saved),
    /** Place of what is shown among the saved ones; −1 for none of them. */
    current: computed(() => current.value - DESK_VIEWS.length),
    /** Reads what was kept, and keeps what is saved from now on. */
    load(from: Keep) {
      keep = from
      saved.value = readKept(from, NAME, kept, []).map(({ name, query }) => ({ name, ...narrowingOf(readDeskAddress(new URLSearchParams(query))) }))
    },
    /** As the queue is narrowed now; of two with one name the newer stays. */
    save(name: string) {
      const own = { name: name.trim().slice(0, VIEW_NAME_MOST), ...narrowingOf(desk.shown) }
      if (own.name)
        set([...saved.value.filter(each => each.name !== own.name), own].slice(-VIEWS_MOST))
    },
    forget: (name: string) => set(saved.value.filter(each => each.name !== name)),
    show,
    /** The view so many places on, round and round; from what is none of them, to the first. */
    step(by: 1 | -1) {
      show(all.value.at(current.value < 0 ? 0 : (current.value + by) % all.value.length)!)
    },
  }
})

function narrowingOf({ seat: _, matter: __, ...rest }: DeskAddress): DeskFilters & { view: DeskView; q: string } {
  return rest
}

function queryOf({ view, q, within, category, severity, level, stage, holder }: DeskFilters & { view: DeskView; q: string }): string {
  return new URLSearchParams(writeDeskAddress({ seat: undefined, matter: undefined, view, q, within, category, severity, level, stage, holder })).toString()
}
