import type { Shift, StaffMember } from '../../../../shared/domain/district/staffFile.ts'
import type { DemoGrid } from './DemoGrid.ts'
import { gridRoster } from './gridRoster.ts'
import { personName } from './personName.ts'
import { Random } from './Random.ts'

/** The staff chain of every grid: leader, workers, building heads (in pasture centre households), volunteers. All invented. */
export function staff(grids: DemoGrid[], buildingsOf: ReadonlyMap<string, number>): StaffMember[] {
  let people = 0
  let devices = 0
  return grids.flatMap(({ feature: { properties: { code, kind } } }) => {
    const random = new Random(`staff ${code}`)
    const roster = gridRoster(kind, random)
    const person = (post: StaffMember['post'], shifts: Shift[] = []): StaffMember => {
      people += 1
      return {
        id: `S${String(people).padStart(5, '0')}`,
        name: personName(random, kind === 'pastoral' ? 0.7 : 0.2),
        phone: `1990000${String(people).padStart(4, '0')}`,
        post,
        grid: code,
        ...shifts.length > 0 ? { device: `tracker-${String(++devices).padStart(6, '0')}` } : {},
        shifts,
      }
    }
    const several = (count: number, post: StaffMember['post']) => Array.from({ length: count }, () => person(post))
    return [
      person('gridLeader', roster.leader),
      ...roster.workers.map(shifts => person('gridWorker', shifts)),
      ...several(Math.ceil((buildingsOf.get(code) ?? 0) / 2), kind === 'pastoral' ? 'centreHousehold' : 'buildingHead'),
      ...several(random.whole(2, 4), 'volunteer'),
    ]
  })
}
