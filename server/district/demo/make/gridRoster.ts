import type { Shift } from '../../../../shared/domain/district/staffFile.ts'
import type { Random } from './Random.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7]

export interface GridRoster { leader: Shift[], workers: [Shift[]] | [Shift[], Shift[]] }

/**
 * Who is on duty when. In town two workers share day and night and the leader fills in on their free days (in a few
 * grids not at night: those show as uncovered). In pasture the day is covered, the night only where a second worker is.
 */
export function gridRoster(kind: 'urban' | 'town' | 'pastoral', random: Random): GridRoster {
  const first = random.whole(1, 7)
  const off = [first, first % 7 + 1]
  if (kind === 'pastoral') {
    const workers: GridRoster['workers'] = random.next() < 0.55 ? [[day(without([first]))], [night(WEEK)]] : [[day(without([first]))]]
    return { leader: [day([first])], workers }
  }
  const nightsOff = off.map(weekday => (weekday + 2) % 7 + 1).sort()
  const fillsNights = random.next() < (kind === 'urban' ? 0.9 : 0.8)
  return {
    leader: fillsNights ? [day([...off].sort()), night(nightsOff)] : [day([...off].sort())],
    workers: [[day(without(off))], [night(without(nightsOff))]],
  }
}

function day(days: number[]): Shift {
  return { days, from: '08:00', to: '20:00' }
}

function night(days: number[]): Shift {
  return { days, from: '20:00', to: '08:00' }
}

function without(off: number[]): number[] {
  return WEEK.filter(weekday => !off.includes(weekday))
}
