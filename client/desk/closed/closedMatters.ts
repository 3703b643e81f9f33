import type { IncidentRecord } from '../../../shared/families/incident/IncidentPart.ts'
import type { MatterRow } from '../../../shared/protocol/desk/matters.ts'
import type { Timeline } from '../matter/timeline/fetchTimeline.ts'
import type { MattersAsked } from './fetchMatters.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { CutError } from '../../base/CutError.ts'
import { pageBase } from '../../base/pageBase.ts'
import { withPatience } from '../../base/withPatience.ts'
import { fetchTimeline } from '../matter/timeline/fetchTimeline.ts'
import { fetchMatters } from './fetchMatters.ts'

const PATIENCE_MS = 20_000
const PAGE = '20'

/** A matter of before as it is read: as it ended, with what happened to it. */
export interface PastMatter {
  incident: IncidentRecord
  /** It is still on every desk. */
  kept: boolean
  timeline: Timeline
}

/** What was looked up of matters of before; it stays while the desk is open, so that one comes back to where one was. */
export const useClosedMatters = defineStore('closed-matters', () => {
  const asked = shallowRef<MattersAsked>({ stage: 'ended' })
  const rows = shallowRef<readonly MatterRow[]>()
  const next = shallowRef<string>()
  const since = shallowRef(0)
  const searching = shallowRef<'idle' | 'asking' | 'failed'>('idle')
  const chosen = shallowRef<string>()
  const shown = shallowRef<PastMatter>()
  const reading = shallowRef<'idle' | 'asking' | 'failed'>('idle')
  let search: AbortController | undefined
  let read: AbortController | undefined

  const within = (own: AbortController) => withPatience(own.signal, PATIENCE_MS)

  async function ask(more: boolean): Promise<void> {
    search?.abort()
    const own = search = new AbortController()
    searching.value = 'asking'
    try {
      const answer = await fetchMatters(pageBase(), { ...asked.value, limit: PAGE, ...(more && next.value !== undefined && { before: next.value }) }, within(own))
      rows.value = more ? [...rows.value ?? [], ...answer.matters] : answer.matters
      next.value = answer.next
      since.value = answer.since
      searching.value = 'idle'
    }
    catch {
      if (!own.signal.aborted)
        searching.value = 'failed'
    }
  }

  /** Reads one as it is now. */
  async function show(id: string): Promise<void> {
    read?.abort()
    const own = read = new AbortController()
    chosen.value = id
    reading.value = 'asking'
    try {
      const [matter, timeline] = await Promise.all([fetchMatter(id, within(own)), fetchTimeline(id, within(own))])
      shown.value = { ...matter, timeline }
      reading.value = 'idle'
    }
    catch {
      if (!own.signal.aborted)
        reading.value = 'failed'
    }
  }

  return {
    asked: shallowReadonly(asked),
    /** Undefined before anything was looked up. */
    rows: shallowReadonly(rows),
    next: shallowReadonly(next),
    since: shallowReadonly(since),
    searching: shallowReadonly(searching),
    chosen: shallowReadonly(chosen),
    shown: shallowReadonly(shown),
    reading: shallowReadonly(reading),
    change(to: MattersAsked) {
      asked.value = { ...asked.value, ...to }
    },
    search: () => ask(false),
    more: () => ask(true),
    show,
  }
})

async function fetchMatter(id: string, signal: AbortSignal): Promise<Omit<PastMatter, 'timeline'>> {
  const answer = await fetch(new URL(`api/v1/incidents/${encodeURIComponent(id)}?audience=desk`, pageBase()), { signal })
  if (!answer.ok)
    throw new CutError(`the matter was answered ${answer.status}`)
  return await answer.json() as Omit<PastMatter, 'timeline'>
}
