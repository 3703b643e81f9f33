import type { CommandAnswer } from '../../../shared/protocol/commandAnswer.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { pageBase } from '../../base/pageBase.ts'
import { untilItComes } from '../../base/untilItComes.ts'
import { useMachine } from '../../base/useMachine.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'
import { sendSos } from './sendSos.ts'

const PATIENCE_MS = 10_000
/** So long a refusal is told: who was first has fallen silent by then. */
const TOLD_MS = 15_000

type Refusal = Extract<CommandAnswer, { accepted: false }>

/** Signatures of this seat for calls for help: sent until they are answered, however long the line is cut. */
export const useSosOrders = defineStore('desk-sos-orders', () => {
  const machine = useMachine()
  const address = useDeskAddress()
  const pending = shallowRef<ReadonlySet<string>>(new Set())
  const refused = shallowRef<Refusal>()

  async function sign(sos: string): Promise<void> {
    if (pending.value.has(sos))
      return
    const command = { act: 'sign', id: machine.freshId(), sos, actor: address.seat } as const
    pending.value = new Set([...pending.value, sos])
    const answer = await untilItComes(async (signal) => {
      const given = await sendSos(pageBase(), command, signal)
      if (!given.accepted && given.reason === 'log-away')
        throw new Error(given.message)
      return given
    }, machine, () => {}, PATIENCE_MS)
    pending.value = new Set([...pending.value].filter(each => each !== sos))
    if (answer.accepted)
      return
    refused.value = answer
    machine.after(TOLD_MS, () => {
      if (refused.value === answer)
        refused.value = undefined
    })
  }

  return { pending: shallowReadonly(pending), refused: shallowReadonly(refused), sign }
})
