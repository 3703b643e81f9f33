import type { DeskAction } from './matter/action/useDeskActions.ts'
import type { DeskKey } from './keys/DeskKey.ts'
import { useDeskActions } from './matter/action/useDeskActions.ts'
import { useSignAlarm } from './alarm/useSignAlarm.ts'
import { useOpenMatter } from './matter/openMatter.ts'
import { useDeskMatterWords } from './matter/useDeskMatterWords.ts'

/** Parts of the open matter that a key brings the focus to. */
export interface MatterParts { comment: () => void; tick: () => void }

/** Keys of the matter that lies open. */
export function matterKeys(parts: () => MatterParts | null): readonly DeskKey[] {
  const actions = useDeskActions()
  const open = useOpenMatter()
  const alarm = useSignAlarm()
  const words = useDeskMatterWords()

  function why(action: DeskAction): string | undefined {
    const refusal = actions.why(action)
    return refusal && words.grey(refusal, actions.commandOf(action) ?? 'more', open.shown?.incident)
  }

  const act = (id: DeskKey['id'], key: string, action: DeskAction): DeskKey =>
    ({ id, group: 'matter', keys: [key], inBar: true, blocked: () => why(action), run: () => actions.run(action) })
  const nothingOpen = () => open.shown ? undefined : words.words.value.none.title

  return [
    {
      ...act('acknowledge', 'a', 'confirm'),
      blocked: () => alarm.hasKey.value ? undefined : why('confirm'),
      run: () => alarm.hasKey.value ? alarm.sign() : actions.run('confirm'),
    },
    act('dispatch', 'd', 'dispatch'),
    act('escalate', 'e', 'escalate'),
    act('whistle', 'w', 'whistle'),
    act('supervise', 's', 'supervise'),
    act('sendDown', 'b', 'sendDown'),
    act('park', 'p', 'park'),
    act('merge', 'm', 'merge'),
    act('check', 'v', 'verify'),
    act('close', 'c', 'close'),
    act('report', 'r', 'report'),
    { id: 'notSame', group: 'matter', keys: ['x'], blocked: () => actions.likely.value ? undefined : words.words.value.grey['no-such-target'], run: actions.tellApart },
    { ...act('more', 'o', 'more'), inBar: true },
    { id: 'comment', group: 'matter', keys: ['n'], blocked: nothingOpen, run: () => parts()?.comment() },
    { id: 'tick', group: 'matter', keys: ['l'], blocked: nothingOpen, run: () => parts()?.tick() },
  ]
}
