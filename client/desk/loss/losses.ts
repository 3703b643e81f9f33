import type { Loss } from '../../../shared/protocol/desk/loss.ts'
import type { LossAnswer } from '../../../shared/protocol/desk/lossAnswer.ts'
import { defineStore } from 'pinia'
import { pageBase } from '../../base/pageBase.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'
import { signed } from '../top/signed.ts'
import { fetchLosses, signLoss } from './askLosses.ts'

/** What the log lost, newest first, and this seat's signature for it. */
export const useLosses = defineStore('desk-losses', () => {
  const address = useDeskAddress()
  const { sign, ...losses } = signed<readonly Loss[], LossAnswer>(signal => fetchLosses(pageBase(), signal))

  return {
    ...losses,
    /** Signs for that loss and those before it. */
    async sign(id: string, note: string): Promise<void> {
      await sign(signal => signLoss(pageBase(), { id, actor: address.seat, ...(note.trim() && { note: note.trim() }) }, signal))
    },
  }
})
