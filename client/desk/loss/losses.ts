import type { Loss } from '../../../shared/protocol/loss.ts'
import type { LossAnswer } from '../../../shared/protocol/lossAnswer.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { CutError } from '../../base/CutError.ts'
import { fetchLosses, signLoss } from './askLosses.ts'
import { pageBase } from '../../base/pageBase.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'

const PATIENCE_MS = 15_000

/** What the log lost, and this seat's signature for it. */
export const useLosses = defineStore('desk-losses', () => {
  const address = useDeskAddress()
  const kept = shallowRef<readonly Loss[]>()
  const failed = shallowRef(false)
  /** `cut`: it is not known what became of the last signature; signing again is safe. */
  const signing = shallowRef<'idle' | 'asking' | 'cut'>('idle')
  const refusal = shallowRef<LossAnswer & { accepted: false }>()
  const signal = () => AbortSignal.timeout(PATIENCE_MS)

  async function load(): Promise<void> {
    try {
      kept.value = await fetchLosses(pageBase(), signal())
      failed.value = false
    }
    catch (error) {
      if (!(error instanceof CutError))
        throw error
      failed.value = true
    }
  }

  /** Signs for that loss and those before it. */
  async function sign(id: string, note: string): Promise<void> {
    if (signing.value === 'asking')
      return
    signing.value = 'asking'
    refusal.value = undefined
    try {
      const answer = await signLoss(pageBase(), { id, actor: address.seat, ...(note.trim() && { note: note.trim() }) }, signal())
      signing.value = 'idle'
      if (!answer.accepted)
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
    /** Newest first; undefined until they have come. */
    kept: shallowReadonly(kept),
    /** They could not be got; what is shown is of before. */
    failed: shallowReadonly(failed),
    signing: shallowReadonly(signing),
    refusal: shallowReadonly(refusal),
    load,
    sign,
  }
})
