import type { DeskKey } from './keys/DeskKey.ts'
import { useDeskAddress } from './queue/deskAddress.ts'
import { useDeskDialog } from './top/deskDialog.ts'
import { useQueue } from './queue/queue.ts'
import { useSavedViews } from './queue/savedViews.ts'

/** Keys of the queue. @param page in which the search box and the open matter get the focus */
export function queueKeys(page: Document): readonly DeskKey[] {
  const desk = useDeskAddress()
  const dialog = useDeskDialog()
  const queue = useQueue()
  const views = useSavedViews()
  const focus = (at: string) => page.querySelector<HTMLElement>(at)?.focus()
  const show = () => queue.cursor !== undefined && desk.open(queue.cursor)

  return [
    { id: 'move', group: 'queue', keys: ['j', 'k', 'ArrowDown', 'ArrowUp'], run: key => queue.move(key === 'j' || key === 'ArrowDown' ? 1 : -1) },
    { id: 'ends', group: 'queue', keys: ['Home', 'End'], run: key => key === 'Home' ? queue.first() : queue.last() },
    {
      id: 'open',
      group: 'queue',
      keys: ['Enter'],
      run() {
        show()
        focus('.duty > .matter')
      },
    },
    { id: 'preview', group: 'queue', keys: [' '], run: show },
    { id: 'view', group: 'queue', keys: ['[', ']'], run: key => views.step(key === '[' ? -1 : 1) },
    { id: 'filter', group: 'queue', keys: ['f'], run: () => dialog.show('filter') },
    { id: 'search', group: 'queue', keys: ['/'], run: () => focus('.duty [type=search]') },
  ]
}
