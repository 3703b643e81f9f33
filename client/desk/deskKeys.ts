import type { DeskKey } from './keys/DeskKey.ts'
import type { MatterParts } from './matterKeys.ts'
import { useActing } from './matter/action/acting.ts'
import { useDeskAddress } from './queue/deskAddress.ts'
import { useDeskDialog } from './top/deskDialog.ts'
import { useWalls } from './walls/walls.ts'
import { useSession } from '../base/session.ts'
import { useWallsWords } from './walls/useWallsWords.ts'
import { matterKeys } from './matterKeys.ts'
import { queueKeys } from './queueKeys.ts'

/**
 * The one table of what the keys of the desk do: those of the matter first, then of the queue, then of the desk itself.
 * @param matter the open matter's parts, once they are there
 */
export function deskKeys(page: Document, matter: () => MatterParts | null): readonly DeskKey[] {
  const session = useSession()
  const desk = useDeskAddress()
  const dialog = useDeskDialog()
  const acting = useActing()
  const walls = useWalls()
  const shown = useWallsWords()

  function leave(): void {
    if (dialog.open)
      dialog.close()
    else if (acting.choosing)
      acting.choose(false)
    else
      desk.open(undefined)
  }

  return [
    ...matterKeys(matter),
    ...queueKeys(page),
    { id: 'show', group: 'desk', keys: ['g'], inBar: true, note: () => walls.all[0] && shown.sceneName(walls.all[0].scene), run: () => dialog.show('walls') },
    { id: 'call', group: 'desk', keys: ['t'], inBar: true, run: () => dialog.show('call') },
    { id: 'closed', group: 'desk', keys: ['u'], run: () => dialog.show('closed') },
    { id: 'handover', group: 'desk', keys: ['h'], inBar: true, run: () => dialog.show('handover') },
    { id: 'signLoss', group: 'desk', keys: ['y'], run: () => dialog.show('loss') },
    { id: 'mute', group: 'desk', keys: ['z'], run: () => dialog.show('sound') },
    { id: 'seat', group: 'desk', keys: ['q'], run: () => desk.sit(undefined) },
    { id: 'leave', group: 'desk', over: true, keys: ['Escape'], run: leave },
    { id: 'language', group: 'desk', over: true, keys: ['i'], run: () => session.$patch({ locale: session.locale === 'zh' ? 'en' : 'zh' }) },
    { id: 'help', group: 'desk', over: true, keys: ['?'], inBar: true, run: () => dialog.toggle('help') },
  ]
}
