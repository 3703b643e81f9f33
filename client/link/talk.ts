import type { Down } from '../../shared/protocol/down.ts'
import type { Up } from '../../shared/protocol/up.ts'
import type { z } from 'zod'
import { commandAnswer } from '../../shared/protocol/commandAnswer.ts'
import { driveAnswer } from '../../shared/protocol/wall/driveAnswer.ts'

/** Answers of what is asked, by the name of the question; they come in from outside, so they are parsed. */
export const ANSWERS = { command: commandAnswer, drive: driveAnswer }

/** What is asked and answered. */
export type Asked = keyof typeof ANSWERS
export type AnswerOf<N extends Asked> = z.infer<(typeof ANSWERS)[N]>

/** What is told without an answer. */
export type Told = Exclude<keyof Up, Asked | 'subscribe'>

/** Messages that the link itself lives by. */
export const LINK_KINDS = ['frame', 'resumed', 'refetch', 'refused', 'closing'] as const

export type LinkKind = (typeof LINK_KINDS)[number]

/** Messages that are handed on to whoever listens. */
export type Heard = Exclude<keyof Down, LinkKind>

export type MessageOf<N extends keyof Up> = Parameters<Up[N]>[0]
export type HeardMessage<N extends Heard> = Parameters<Down[N]>[0]

/** What may be said over a link that is live. */
export interface Talk {
  /** Resolves with the answer. @throws CutError where none came */
  ask: <N extends Asked>(name: N, message: MessageOf<N>) => Promise<AnswerOf<N>>
  /** @returns whether it could be sent */
  tell: <N extends Told>(name: N, message: MessageOf<N>) => boolean
}
