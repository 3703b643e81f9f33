import type { CommandRefusal } from '../../../../shared/commands/CommandRefusal.ts'
import type { CommandType } from '../../../../shared/domain/commandTable.ts'
import type { Question } from './acting.ts'
import { computed } from 'vue'
import { signsFor } from '../../../../shared/commands/signsFor.ts'
import { isEnded } from '../../../../shared/domain/stages.ts'
import { pairOf, useActing } from './acting.ts'
import { useOpenMatter } from '../openMatter.ts'
import { useCommands } from '../commands.ts'
import { useDeskAddress } from '../../queue/deskAddress.ts'
import { useDeskDistrict } from '../../top/deskDistrict.ts'

/** Actions on the matter that lies open, by the names that keys have. */
export const DESK_ACTIONS = ['confirm', 'dispatch', 'escalate', 'whistle', 'supervise', 'sendDown', 'park', 'merge', 'verify', 'close', 'report', 'more'] as const

export type DeskAction = (typeof DESK_ACTIONS)[number]

/** What needs no question before it is given. */
const AT_ONCE: ReadonlySet<CommandType> = new Set(['acknowledge', 'accept', 'handle', 'check', 'resume', 'unmerge'])

/** What an action is at the matter's stage, why it is greyed, and doing it. Nothing lies open: nothing may be done. */
export function useDeskActions() {
  const matter = useOpenMatter()
  const acting = useActing()
  const commands = useCommands()
  const desk = useDeskDistrict()
  const address = useDeskAddress()

  /** The likeliest other matter that is the same; what has ended cannot be merged any more. */
  const likely = computed(() => matter.shown?.duplicates.find(({ incident }) => !isEnded(incident.stage)))

  /** What seems the same is not. */
  function tellApart(): void {
    if (matter.shown && likely.value)
      acting.tellApart(pairOf(matter.shown.incident.id, likely.value.incident.id))
  }

  /** The command that an action stands for as the matter is now. */
  function commandOf(action: DeskAction): CommandType | undefined {
    const stage = matter.shown?.incident.stage
    switch (action) {
      case 'confirm': return stage === 'dispatched' ? 'acknowledge' : 'accept'
      case 'park': return stage === 'parked' ? 'resume' : 'park'
      case 'verify': return stage === 'checking' ? 'close' : 'check'
      case 'report': return 'reportUpward'
      case 'more': return undefined
      default: return action
    }
  }

  /** Why an action is greyed; undefined if it may be done. */
  function why(action: DeskAction): CommandRefusal | undefined {
    if (!matter.shown)
      return { reason: 'unknown-incident', message: 'Open a matter first.' }
    const command = commandOf(action)
    if (action === 'merge' && !likely.value && !matter.shown.greyed.has('merge'))
      return { reason: 'no-such-target', message: 'No other matter is likely to be the same.' }
    return command && matter.shown.greyed.get(command)
  }

  function run(action: DeskAction): void {
    const { shown } = matter
    const refusal = why(action)
    if (refusal)
      return acting.refuse(questionOf(action), refusal)
    if (!shown)
      return
    const command = commandOf(action)
    if (action === 'dispatch')
      acting.choose(true)
    else if (action === 'merge' && likely.value)
      void commands.give('merge', likely.value.incident.id, { into: shown.incident.id }, likely.value.incident.entry)
    else if (command && isAtOnce(command))
      void commands.give(command, shown.incident.id, {}, shown.incident.entry)
    else
      acting.ask(questionOf(action), shown)
  }

  /** Who signs for another is asked on whose word. */
  function isAtOnce(command: CommandType): boolean {
    const { shown } = matter
    const actor = desk.actor(address.seat)
    return AT_ONCE.has(command) && !(command === 'acknowledge' && shown && actor && signsFor(shown.incident, actor) !== undefined)
  }

  /** A rarer command, by its own name. */
  function runCommand(command: CommandType): void {
    const { shown } = matter
    const refusal = shown?.greyed.get(command)
    if (!shown)
      return
    if (refusal)
      acting.refuse(command, refusal)
    else if (isAtOnce(command))
      void commands.give(command, shown.incident.id, {}, shown.incident.entry)
    else
      acting.ask(command, shown)
  }

  function questionOf(action: DeskAction): Question {
    return action === 'verify' && commandOf(action) === 'close' ? 'verify' : commandOf(action) ?? 'more'
  }

  return { likely, tellApart, commandOf, why, run, runCommand }
}
