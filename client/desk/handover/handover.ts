import type { Handover } from '../../../shared/protocol/desk/handover.ts'
import type { HandoverAnswer } from '../../../shared/protocol/desk/handoverAnswer.ts'
import type { HandoverDraft } from '../../../shared/protocol/desk/handoverDraft.ts'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { pageBase } from '../../base/pageBase.ts'
import { useMachine } from '../../base/useMachine.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'
import { signed } from '../top/signed.ts'
import { unlessCut } from '../../base/unlessCut.ts'
import { fetchDraft, fetchHandover, fetchHandovers, fetchWaiting, signHandover } from './handovers.ts'

interface Read {
  draft: HandoverDraft
  kept: readonly Handover[]
}

/** Shift handover 交接班: what would be handed over now, what is kept, and this seat's signature. */
export const useHandover = defineStore('desk-handover', () => {
  const machine = useMachine()
  const address = useDeskAddress()
  const { kept: read, sign, ...rest } = signed<Read, HandoverAnswer>(async (signal) => {
    const [draft, kept] = await Promise.all([fetchDraft(pageBase(), signal), fetchHandovers(pageBase(), signal)])
    return { draft, kept }
  })
  /** Of a handover that this desk begins: the same until it is answered. */
  let id = machine.freshId()

  /** Newest first. */
  const kept = computed(() => read.value?.kept)
  const begun = shallowRef<Handover>()
  /** One that waits for this seat's signature, or for the other's. */
  const waiting = computed(() => begun.value && [begun.value.from, begun.value.to].includes(address.seat) ? begun.value : undefined)
  /** Whether it waits for this seat. */
  const isAsked = computed(() => waiting.value !== undefined && waiting.value.signed[waiting.value.from === address.seat ? 'from' : 'to'] === undefined)

  /** Whether somebody has signed meanwhile; asked every few seconds, whatever is done here. */
  async function look(): Promise<void> {
    const now = await unlessCut(signal => fetchWaiting(pageBase(), signal).then(found => [found]))
    if (now && JSON.stringify(now[0]) !== JSON.stringify(begun.value))
      begun.value = now[0]
  }

  return {
    ...rest,
    /** Undefined until it has come. */
    draft: computed(() => read.value?.draft),
    kept,
    waiting,
    isAsked,
    look,
    /** The newest that both have signed. */
    last: computed(() => kept.value?.find(({ completeAt }) => completeAt !== undefined)),
    whole: (id: string) => unlessCut(signal => fetchHandover(pageBase(), id, signal)),
    /** Signs the one that waits, else begins one to that seat. */
    async sign(other: string, note: string): Promise<void> {
      const open = waiting.value
      const answer = await sign(signal => signHandover(pageBase(), {
        id: open?.id ?? id,
        from: open?.from ?? address.seat,
        to: open?.to ?? other,
        sign: open && open.to === address.seat ? 'to' : 'from',
        ...(note.trim() && { note: note.trim() }),
      }, signal))
      if (answer?.accepted) {
        id = machine.freshId()
        await look()
      }
    },
  }
})
