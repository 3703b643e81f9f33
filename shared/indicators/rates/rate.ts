import type { Column } from '../../families/incident/HourCounters.ts'
import type { Indicator } from '../Indicator.ts'
import type { ShareAgainstBefore } from './Share.ts'
import { inWindow } from './settled.ts'
import { shareOf } from './Share.ts'

/** How many of `part` for so many of `whole`, in the window of all shares and in the one before it. Both count what happened in the window: the two need not be the same matters. */
export function rate(part: readonly Column[], whole: readonly Column[]): Pick<Indicator<never, ShareAgainstBefore>, 'streams' | 'hours' | 'window' | 'measure' | 'figures'> {
  return {
    streams: ['incident'],
    hours: true,
    window: 'dayAgainstBefore',
    measure(state, region, now) {
      const of = (daysBack: number) => shareOf(inWindow(state, region, part, now, daysBack), inWindow(state, region, whole, now, daysBack))
      return { now: of(0), before: of(1) }
    },
    figures: ({ now, before }) => [
      { word: 'part', value: now.part },
      { word: 'whole', value: now.whole },
      { word: 'beforePart', value: before.part },
      { word: 'beforeWhole', value: before.whole },
    ],
  }
}
