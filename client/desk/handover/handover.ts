import type { Handover } from '../../../shared/protocol/handover.ts'
import type { HandoverAnswer } from '../../../shared/protocol/handoverAnswer.ts'
import type { HandoverDraft } from '../../../shared/protocol/handoverDraft.ts'
import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { CutError } from '../../base/CutError.ts'
import { useMachine } from '../../base/useMachine.ts'
import { fetchDraft, fetchHandovers, signHandover } from './handovers.ts'
import { pageBase } from '../../base/pageBase.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'

const PATIENCE_MS = 15_000

/** `cut`: it is not known what became of the last signature; signing again is safe. */
export type Signing = 'idle' | 'asking' | 'cut'

/** Shift handover 交接班: what would be handed over now, what is kept, and this seat's signature. */
export const useHandover = defineStore('desk-handover', () => {
  const machine = useMachine()
  const address = useDeskAddress()
  const draft = shallowRef<HandoverDraft>()
  const kept = shallowRef<readonly Handover[]>()
  const failed = shallowRef(false)
  const signing = shallowRef<Signing>('idle')
  const refusal = shallowRef<HandoverAnswer & { accepted: false }>()
  /** Of a handover that this desk begins: the same until it is answered. */
  let id = machine.freshId()

  /** One that waits for this seat's signature, or for the other's. */
  const waiting = computed(() => kept.value?.find(({ completeAt, from, to }) => completeAt === undefined && [from, to].includes(address.seat)))
  const signal = () => AbortSignal.timeout(PATIENCE_MS)

  async function load(): Promise<void> {
    try {
      const [now, all] = await Promise.all([fetchDraft(pageBase(), signal()), fetchHandovers(pageBase(), signal())])
      draft.value = now
      kept.value = all
      failed.value = false
    }
    catch (error) {
      if (!(error instanceof CutError))
        throw error
      failed.value = true
    }
  }

  /** Signs the one that waits, else begins one to that seat. */
  async function sign(other: string, note: string): Promise<void> {
    if (signing.value === 'asking')
      return
    const begun = waiting.value
    signing.value = 'asking'
    refusal.value = undefined
    try {
      const answer = await signHandover(pageBase(), {
        id: begun?.id ?? id,
        from: begun?.from ?? address.seat,
        to: begun?.to ?? other,
        sign: begun && begun.to === address.seat ? 'to' : 'from',
        ...(note.trim() && { note: note.trim() }),
      }, signal())
      signing.value = 'idle'
      if (answer.accepted)
        id = machine.freshId()
      else
        refusal.value = answer
      await load()
    }
    catch (error) {
      if (!(error instanceof CutError))
        throw error
      signing.value = 'cut'
    }
  }

  return {
    /** Undefined until it has come. */
    draft: shallowReadonly(draft),
    /** Newest first. */
    kept: shallowReadonly(kept),
    /** They could not be got; what is shown is of before. */
    failed: shallowReadonly(failed),
    signing: shallowReadonly(signing),
    refusal: shallowReadonly(refusal),
    waiting,
    load,
    sign,
  }
})
