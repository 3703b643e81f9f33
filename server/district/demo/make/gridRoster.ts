import type { Shift } from '../../../../shared/domain/district/staffFile.ts'
import type { Random } from './Random.ts'

const WORKING_DAYS = [1, 2, 3, 4, 5]
const SATURDAY = 6
const SUNDAY = 7

export interface GridRoster { leader: Shift[]; workers: [Shift[]] | [Shift[], Shift[]]; watch: Shift[] }

/**
 * Who is on duty when. In town two workers share the working day, early and late, half an hour together at the change, and the leader
 * fills in on their free days; at weekends one of them is there by day, in some grids on one of the two days alone. In pasture the day is
 * covered on most days. By night a grid is empty by plan, but for those that keep watch for their neighbours: there the second worker
 * has the nights before working days, a volunteer those of the weekend.
 */
export function gridRoster(kind: 'urban' | 'town' | 'pastoral', keepsWatch: boolean, random: Random): GridRoster {
  if (kind === 'pastoral')
    return pasture(random)
  const [opens, closes] = random.next() < 0.5 ? ['07:30', '21:00'] as const : ['08:00', '21:30'] as const
  const early = (days: number[]): Shift => ({ days, from: opens, to: '14:30' })
  const late = (days: number[]): Shift => ({ days, from: '14:00', to: closes })
  const weekend = (day: number): Shift[] => keepsWatch || random.next() < 0.72 ? [{ days: [day], from: '09:00', to: '17:30' }] : []
  if (keepsWatch) {
    return {
      leader: [early(WORKING_DAYS), ...weekend(SATURDAY)],
      workers: [[late(WORKING_DAYS), ...weekend(SUNDAY)], [{ days: [SUNDAY, 1, 2, 3, 4].sort(), from: closes, to: opens }]],
      watch: [{ days: [5, SATURDAY], from: closes, to: opens }],
    }
  }
  const [freeEarly, freeLate] = [random.whole(1, 5), random.whole(1, 5)]
  return {
    leader: [early([freeEarly]), ...freeLate === freeEarly ? [] : [late([freeLate])]],
    workers: [[early(WORKING_DAYS.filter(day => day !== freeEarly)), ...weekend(SATURDAY)], [late(WORKING_DAYS.filter(day => day !== freeLate || day === freeEarly)), ...weekend(SUNDAY)]],
    watch: [],
  }
}

function pasture(random: Random): GridRoster {
  const free = random.whole(1, 7)
  const day = (days: number[]): Shift => ({ days, from: '08:30', to: '18:30' })
  const leader = random.next() < 0.6 ? [day([free])] : []
  const own = [day([1, 2, 3, 4, 5, 6, 7].filter(weekday => weekday !== free && (weekday !== SUNDAY || free % 2 === 0)))]
  return { leader, workers: random.next() < 0.55 ? [own, [{ days: [2, 4, SATURDAY], from: '12:00', to: '20:00' }]] : [own], watch: [] }
}
