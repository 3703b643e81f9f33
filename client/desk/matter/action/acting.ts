import type { CommandRefusal } from '../../../../shared/commands/CommandRefusal.ts'
import type { CommandType } from '../../../../shared/domain/commandTable.ts'
import type { EntryId } from '../../../../shared/words/entryId.ts'
import type { OpenMatter } from '../openMatter.ts'
import { defineStore } from 'pinia'
import { shallowReadonly, shallowRef } from 'vue'

/** Questions before an action: of a command, whether a check was passed, or which of the rarer actions. */
export type Question = CommandType | 'verify' | 'more'

export interface Acting {
  question: Question
  matter: string
  /** The matter's version that was seen when it was asked: what happens meanwhile contradicts. */
  seen: EntryId
}

const MOST_NOT_SAME = 200

/** What somebody at this desk is about to do. */
export const useActing = defineStore('acting', () => {
  const asked = shallowRef<Acting>()
  const choosing = shallowRef(false)
  const greyed = shallowRef<{ question: Question; why: CommandRefusal }>()
  const notSame = shallowRef<ReadonlySet<string>>(new Set())

  return {
    /** The dialog that lies open. */
    asked: shallowReadonly(asked),
    /** Somebody is to be sent: the next digit says whom. */
    choosing: shallowReadonly(choosing),
    /** An action that was asked for and is greyed, and why. */
    greyed: shallowReadonly(greyed),
    /** Pairs of matters that were looked at and are not the same one, as `pairOf` writes them. */
    notSame: shallowReadonly(notSame),
    ask(question: Question, { incident: { id, entry } }: OpenMatter) {
      choosing.value = false
      greyed.value = undefined
      asked.value = { question, matter: id, seen: entry }
    },
    close() {
      asked.value = undefined
    },
    choose(on: boolean) {
      choosing.value = on
      greyed.value = undefined
    },
    refuse(question: Question, why: CommandRefusal) {
      greyed.value = { question, why }
    },
    /** What was refused or asked is of the matter before. */
    turn() {
      greyed.value = undefined
      choosing.value = false
    },
    tellApart(pair: string) {
      notSame.value = new Set([...notSame.value, pair].slice(-MOST_NOT_SAME))
    },
  }
})

/** One name of two matters, whichever comes first. */
export function pairOf(a: string, b: string): string {
  return [a, b].sort().join(' ')
}
