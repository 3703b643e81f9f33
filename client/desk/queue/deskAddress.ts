import type { Category } from '../../../shared/words/category/category.ts'
import type { Stage } from '../../../shared/domain/stages.ts'
import type { Level } from '../../../shared/words/level.ts'
import type { Severity } from '../../../shared/words/severity.ts'
import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { STAGES } from '../../../shared/domain/stages.ts'
import { CATEGORIES } from '../../../shared/words/category/category.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import { SEVERITIES } from '../../../shared/words/severity.ts'

/** What a queue may be of: everything by time to its limit, or what waits for the desk in one way. */
export const DESK_VIEWS = ['due', 'undispatched', 'unowned', 'returned', 'supervised', 'reports', 'mine'] as const

export type DeskView = (typeof DESK_VIEWS)[number]

/** Each narrows the queue; undefined does not. */
export interface DeskFilters {
  /** Code of a region or grid, 6 to 15 digits. */
  within: string | undefined
  category: Category | undefined
  severity: Severity | undefined
  level: Level | undefined
  stage: Stage | undefined
  /** Unit, or id of a seat or person, in whose hands a matter is. */
  holder: string | undefined
}

/** What a link to the desk carries beside the language. */
export interface DeskAddress extends DeskFilters {
  /** Id of the seat that sits here, such as seat-1. */
  seat: string | undefined
  /** Id of the matter that lies open. */
  matter: string | undefined
  view: DeskView
  /** What is searched for; empty for nothing. */
  q: string
}

export const NO_FILTERS: DeskFilters = { within: undefined, category: undefined, severity: undefined, level: undefined, stage: undefined, holder: undefined }

const PLAIN: DeskAddress = { ...NO_FILTERS, seat: undefined, matter: undefined, view: 'due', q: '' }

/** What stands in a query as the desk's own. */
export const DESK_QUERY: readonly string[] = ['seat', 'matter', 'view', 'q', 'within', 'category', 'severity', 'level', 'stage', 'holder'] satisfies (keyof DeskAddress)[]

const REGION = /^\d{6}(?:\d{3}){0,3}$/
const SEARCH_MOST = 80
const SEAT_MOST = 64
const MATTER_MOST = 128

/** Who sits at this desk, what lies open and what the queue is narrowed to; all of it stands in the address. */
export const useDeskAddress = defineStore('desk-address', () => {
  const shown = shallowRef<DeskAddress>(PLAIN)

  function change(to: Partial<DeskAddress>): void {
    shown.value = { ...shown.value, ...to }
  }

  return {
    shown: shallowReadonly(shown),
    /** Empty until a seat was chosen; below the seat choice it never is. */
    seat: computed(() => shown.value.seat ?? ''),
    /** Id of the matter that lies open. */
    matter: computed(() => shown.value.matter),
    change,
    /** A seat is taken by who sits here. */
    sit: (seat: string | undefined) => change({ seat }),
    /** Opens a matter, or none. */
    open: (matter: string | undefined) => change({ matter }),
  }
})

/** Reads a query; what is absent or not lawful there narrows nothing. */
export function readDeskAddress(query: URLSearchParams): DeskAddress {
  const bounded = (name: string, most: number) => query.get(name)?.slice(0, most) || undefined
  const oneOf = <T extends string>(name: string, words: readonly T[]) => words.find(each => each === query.get(name))
  const within = query.get('within') ?? ''
  return {
    seat: bounded('seat', SEAT_MOST),
    matter: bounded('matter', MATTER_MOST),
    view: oneOf('view', DESK_VIEWS) ?? PLAIN.view,
    q: bounded('q', SEARCH_MOST) ?? '',
    within: REGION.test(within) ? within : undefined,
    category: oneOf('category', CATEGORIES),
    severity: oneOf('severity', SEVERITIES),
    level: oneOf('level', LEVELS),
    stage: oneOf('stage', STAGES),
    holder: bounded('holder', MATTER_MOST),
  }
}

/** Query of a desk's address; what is plain is left out. */
export function writeDeskAddress({ seat, matter, view, q, within, category, severity, level, stage, holder }: DeskAddress): Record<string, string> {
  return {
    ...(seat && { seat }),
    ...(matter && { matter }),
    ...(view !== PLAIN.view && { view }),
    ...(q && { q }),
    ...(within && { within }),
    ...(category && { category }),
    ...(severity && { severity }),
    ...(level && { level }),
    ...(stage && { stage }),
    ...(holder && { holder }),
  }
}
