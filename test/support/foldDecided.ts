import type { Command } from '../../shared/commands/Command.ts'
import type { Actor } from '../../shared/domain/duty/Actor.ts'
import type { State } from '../../shared/state/State.ts'
import { anyHolder } from './anyHolder.ts'
import { decide } from '../../shared/commands/decide.ts'
import { fold } from '../../shared/state/fold.ts'

let serial = 0

/** Decides a command and folds what follows from it. @throws if it is refused, or if the fold does not take what was decided */
export function foldDecided(state: State, command: Command, now: number, actor: Actor): void {
  const decided = decide(state, command, now, { actor, holders: anyHolder })
  if ('reason' in decided)
    throw new Error(`${command.type}: ${decided.reason}: ${decided.message}`)
  for (const { subject = command.incident, ...event } of decided) {
    const folded = fold(state, { stream: 'incident', entry: `${now}-${++serial}`, time: new Date(now).toISOString(), source: 'test', id: String(serial), subject, actor: actor.id, ...event })
    if (folded.outcome !== 'applied')
      throw new Error(`${event.type} was decided but not applied: ${JSON.stringify(folded)}`)
  }
}
