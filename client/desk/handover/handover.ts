import type { Handover } from '../../../shared/protocol/desk/handover.ts'
import type { HandoverAnswer } from '../../../shared/protocol/desk/handoverAnswer.ts'
import type { HandoverDraft } from '../../../shared/protocol/desk/handoverDraft.ts'
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { pageBase } from '../../base/pageBase.ts'
import { useMachine } from '../../base/useMachine.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'
import { signed } from '../top/signed.ts'
import { fetchDraft, fetchHandovers, signHandover } from './handovers.ts'

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
  /** One that waits for this seat's signature, or for the other's. */
  const waiting = computed(() => kept.value?.find(({ completeAt, from, to }) => completeAt === undefined && [from, to].includes(address.seat)))

  return {
    ...rest,
    /** Undefined until it has come. */
    draft: computed(() => read.value?.draft),
    kept,
    waiting,
    /** Signs the one that waits, else begins one to that seat. */
    async sign(other: string, note: string): Promise<void> {
      const begun = waiting.value
      const answer = await sign(signal => signHandover(pageBase(), {
        id: begun?.id ?? id,
        from: begun?.from ?? address.seat,
        to: begun?.to ?? other,
        sign: begun && begun.to === address.seat ? 'to' : 'from',
        ...(note.trim() && { note: note.trim() }),
      }, signal))
      if (answer?.accepted)
        id = machine.freshId()
    },
  }
})
