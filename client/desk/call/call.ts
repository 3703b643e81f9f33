import type { MatterRow } from '../../../shared/protocol/desk/matters.ts'
import type { EventResult } from './sendEvent.ts'
import type { CallDraft } from './CallDraft.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { z } from 'zod'
import { untilItComes } from '../../base/untilItComes.ts'
import { useMachine } from '../../base/useMachine.ts'
import { pageBase } from '../../base/pageBase.ts'
import { sendEvent } from './sendEvent.ts'
import { useClock } from '../../picture/clock.ts'
import { useDistrict } from '../../base/district.ts'
import { useProjection } from '../../picture/projection.ts'
import { untilShown } from '../../base/untilShown.ts'
import { callDraft, emptyDraft, eventOf, matterIdOf } from './CallDraft.ts'
import { readKept, writeKept } from '../../base/kept.ts'
import { useCommands } from '../matter/commands.ts'

const NAME = 'wangge.desk.call'
const PATIENCE_MS = 10_000
/** What was kept is usually shown at once; longer than this it is not waited for. */
const SHOWN_MS = 8000

const stored = z.object({ draft: callDraft, seat: z.string(), at: z.number() })

/** `cut`: it is not known whether it was kept, and it is sent again. */
export type CallState =
  | { state: 'writing' }
  | { state: 'sending' | 'cut'; attempt: number }
  | { state: 'refused'; answer: EventResult & { accepted: false } }

/** The call that is being taken. What was typed and what was sent survive a reload; it is sent until it is known to be kept, and kept once. */
export const useCall = defineStore('desk-call', () => {
  const machine = useMachine()
  const clock = useClock()
  const district = useDistrict()
  const projection = useProjection()
  const commands = useCommands()
  /** What this tab has written and sent before a reload. */
  const left = readKept(sessionStorage, NAME, stored.optional(), undefined)
  const draft = shallowRef<CallDraft>(left?.draft ?? emptyDraft(machine.freshId()))
  const sending = shallowRef<CallState>({ state: 'writing' })
  /** What the same number has reported before, newest first. */
  const recent = shallowRef<readonly MatterRow[]>([])

  function change(to: Partial<CallDraft>): void {
    draft.value = { ...draft.value, ...to }
    if (sending.value.state === 'refused')
      sending.value = { state: 'writing' }
    remember(undefined)
  }

  function remember(sent: { seat: string; at: number } | undefined): void {
    writeKept(sessionStorage, NAME, { draft: draft.value, seat: sent?.seat ?? '', at: sent?.at ?? 0 })
  }

  function clear(): void {
    draft.value = emptyDraft(machine.freshId())
    sending.value = { state: 'writing' }
    writeKept(sessionStorage, NAME, undefined)
  }

  /** Sends the draft, again after every cut. @returns id of the matter that goes on, or undefined where it was refused */
  async function send(seat: string, at = clock.now()): Promise<string | undefined> {
    const zoneMs = district.district?.zoneMs ?? 0
    const event = eventOf(draft.value, seat, at, zoneMs)
    const matter = matterIdOf(draft.value, at, zoneMs)
    const { into } = draft.value
    remember({ seat, at })
    const answer = await untilAnswered(event)
    if (!answer.accepted) {
      sending.value = { state: 'refused', answer }
      remember(undefined)
      return undefined
    }
    await untilShown(projection.onPublish, machine, SHOWN_MS, () => projection.state?.incident.incidents.has(matter) === true)
    clear()
    if (into === undefined)
      return matter
    const merged = await commands.give('merge', matter, { into })
    return merged.accepted ? into : matter
  }

  function untilAnswered(event: object): Promise<EventResult> {
    let attempt = 0
    return untilItComes((signal) => {
      sending.value = { state: 'sending', attempt: ++attempt }
      return sendEvent(pageBase(), event, signal)
    }, machine, () => {
      sending.value = { state: 'cut', attempt }
    }, PATIENCE_MS)
  }

  return {
    draft: shallowReadonly(draft),
    sending: shallowReadonly(sending),
    recent: shallowReadonly(recent),
    /** Wiring of the form: what was found of the number. */
    told(rows: readonly MatterRow[]) {
      recent.value = rows
    },
    change,
    clear,
    send,
    /** Sends on what was under way when the page was loaded anew. */
    resume() {
      if (left && left.at > 0 && left.draft.id === draft.value.id && sending.value.state === 'writing')
        void send(left.seat, left.at)
    },
  }
})
