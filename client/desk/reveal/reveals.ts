import type { RevealAnswer } from '../../../shared/protocol/desk/revealAnswer.ts'
import type { RevealAsk } from '../../../shared/protocol/desk/reveal.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'
import { pageBase } from '../../base/pageBase.ts'
import { untilItComes } from '../../base/untilItComes.ts'
import { useMachine } from '../../base/useMachine.ts'
import { useDeskAddress } from '../queue/deskAddress.ts'
import { askReveal } from './askReveal.ts'

const PATIENCE_MS = 10_000
/** What was shown is masked again after this; nothing of it is kept anywhere. */
const SHOWN_MS = 120_000

type Refusal = Extract<RevealAnswer, { accepted: false }>
type Values = Extract<RevealAnswer, { accepted: true }>['values']

/** Contact that this seat has asked for, by subject: shown here for two minutes, and to nobody else. */
export const useReveals = defineStore('desk-reveals', () => {
  const machine = useMachine()
  const address = useDeskAddress()
  const shown = shallowRef<ReadonlyMap<string, Values>>(new Map())
  const refused = shallowRef<ReadonlyMap<string, Refusal>>(new Map())
  const asking = shallowRef<ReadonlySet<string>>(new Set())
  /** A subject for which a dialog asks what for. */
  const question = shallowRef<Pick<RevealAsk, 'subject' | 'fields' | 'about'> & { name?: string }>()

  function hide(subject: string): void {
    shown.value = new Map([...shown.value].filter(([each]) => each !== subject))
  }

  /** Asks until it is answered; who asked and why is kept once. */
  async function ask(of: Pick<RevealAsk, 'subject' | 'fields' | 'why' | 'about'>): Promise<void> {
    if (asking.value.has(of.subject))
      return
    const id = machine.freshId()
    asking.value = new Set([...asking.value, of.subject])
    refused.value = new Map([...refused.value].filter(([each]) => each !== of.subject))
    const answer = await untilItComes(signal => askReveal(pageBase(), { id, actor: address.seat, ...of }, signal), machine, () => {}, PATIENCE_MS)
    asking.value = new Set([...asking.value].filter(each => each !== of.subject))
    if (!answer.accepted) {
      refused.value = new Map([...refused.value, [of.subject, answer]])
      return
    }
    shown.value = new Map([...shown.value, [of.subject, answer.values]])
    machine.after(SHOWN_MS, () => hide(of.subject))
  }

  return {
    shown: shallowReadonly(shown),
    refused: shallowReadonly(refused),
    asking: shallowReadonly(asking),
    question: shallowReadonly(question),
    ask,
    hide,
    /** Opens the question what for. */
    wonder(of: Pick<RevealAsk, 'subject' | 'fields' | 'about'> & { name?: string }) {
      question.value = of
    },
    closeQuestion() {
      question.value = undefined
    },
  }
})
