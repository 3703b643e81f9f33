import type { Shift, StaffMember } from '../../../../shared/domain/district/staffFile.ts'
import type { DemoGrid } from './DemoGrid.ts'
import { gridRoster } from './gridRoster.ts'
import { personName } from './personName.ts'
import { Random } from './Random.ts'

/** The staff chain of every grid: leader, workers, building heads (in pasture centre households), volunteers. All invented. */
export function staff(grids: DemoGrid[], buildingsOf: ReadonlyMap<string, number>): StaffMember[] {
  let people = 0
  let devices = 0
  const watches = watchKeepers(grids)
  return grids.flatMap(({ feature: { properties: { code, kind } } }) => {
    const random = new Random(`staff ${code}`)
    const roster = gridRoster(kind, watches.has(code), random)
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
    /** The first of them has the shifts. */
    const several = (count: number, post: StaffMember['post'], shifts: Shift[] = []) => Array.from({ length: count }, (_, i) => person(post, i === 0 ? shifts : []))
    return [
      person('gridLeader', roster.leader),
      ...roster.workers.map(shifts => person('gridWorker', shifts)),
      ...several(Math.ceil((buildingsOf.get(code) ?? 0) / 2), kind === 'pastoral' ? 'centreHousehold' : 'buildingHead'),
      ...several(random.whole(2, 4), 'volunteer', roster.watch),
    ]
  })
}

/** Grids that keep the watch of the night: the first of every second community of the town proper, and of each town's seat. */
function watchKeepers(grids: readonly DemoGrid[]): ReadonlySet<string> {
  const codes = grids.map(({ feature: { properties } }) => properties).filter(({ kind }) => kind !== 'pastoral')
  const regions = [...new Set(codes.map(({ kind, code }) => code.slice(0, kind === 'urban' ? 12 : 9)))]
  return new Set(regions.filter((region, i) => region.length === 9 || i % 2 === 0).map(region => codes.find(({ code, kind }) => code.startsWith(region) && (kind === 'urban') === (region.length === 12))!.code))
}
