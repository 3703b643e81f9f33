import type { KeyAction } from '../../look/listenToKeys.ts'
import type zh from '../../words/zh.ts'
import { MEASURES } from '../../../shared/indicators/grid/measure.ts'
import { besides, towards } from '../../picture/regionSteps.ts'
import { termAt } from '../detail/termAt.ts'
import { useRegion } from '../../picture/useRegion.ts'
import { BRIGHTNESSES } from '../../base/address.ts'
import { useClock } from '../../picture/clock.ts'
import { useDetail } from '../detail/detail.ts'
import { useDistrict } from '../../base/district.ts'
import { useDriven } from '../driven/driven.ts'
import { useOverlay } from '../unattended/overlay.ts'
import { useSelection } from '../../picture/selection.ts'
import { useSession } from '../../base/session.ts'
import { useUnattended } from '../unattended/unattended.ts'

export interface WallKey extends KeyAction {
  /** What it does, in words: `keys.action.…`. */
  id: keyof (typeof zh)['keys']['action']
}

/** The one table of what the keys of a wall do; the help is drawn from it. A row a key or a set of keys. */
export function wallKeys(): readonly WallKey[] {
  const districts = useDistrict()
  const selection = useSelection()
  const session = useSession()
  const overlay = useOverlay()
  const detail = useDetail()
  const unattended = useUnattended()
  const driven = useDriven()
  const clock = useClock()
  const region = useRegion()

  function aside(by: 1 | -1): void {
    if (districts.district)
      selection.enter(besides(districts.district, region.value, by))
  }

  return [
    {
      id: 'deeper',
      keys: ['Enter'],
      run() {
        const grid = selection.selected ?? selection.hovered
        if (grid)
          selection.enter(towards(region.value, grid))
      },
    },
    { id: 'up', keys: ['Backspace'], run: selection.leave },
    { id: 'district', keys: ['Home'], run: () => selection.enter('') },
    { id: 'beside', keys: ['ArrowLeft', 'ArrowRight'], run: key => aside(key === 'ArrowLeft' ? -1 : 1) },
    { id: 'measure', keys: MEASURES.map((_, place) => String(place + 1)), run: key => selection.choose(MEASURES[Number(key) - 1] ?? selection.measure) },
    { id: 'language', over: true, keys: ['l'], run: () => session.$patch({ locale: session.locale === 'zh' ? 'en' : 'zh' }) },
    { id: 'hold', keys: ['h'], run: unattended.hold },
    { id: 'goNext', keys: ['n'], run: () => unattended.queue.waiting.length > 0 && unattended.next() },
    { id: 'refuse', keys: ['r'], run: () => unattended.queue.shown ? unattended.refuse() : driven.end() },
    { id: 'goOn', keys: ['p'], run: unattended.goOn },
    { id: 'curtain', over: true, keys: ['c'], run: () => session.$patch({ curtainSince: session.curtainSince ? 0 : Math.floor(clock.now() / 1000) * 1000 }) },
    { id: 'brightness', over: true, keys: ['b'], run: () => session.$patch({ brightness: BRIGHTNESSES[(BRIGHTNESSES.indexOf(session.brightness) + 1) % BRIGHTNESSES.length]! }) },
    { id: 'define', over: true, keys: ['i'], run: () => detail.term(termAt(document) ?? 'settledInGridShare') },
    { id: 'table', over: true, keys: ['t'], run: () => detail.table('numbers') },
    { id: 'close', over: true, keys: ['Escape'], run: () => overlay.open ? overlay.close() : selection.select(undefined) },
    { id: 'help', over: true, keys: ['?'], run: () => overlay.toggle('help') },
  ]
}
