import type { SimulatedEventOf } from '../SimulatedEvent.ts'
import type { World } from '../World.ts'
import type { Report } from './Report.ts'
import { onDutyAt } from '../duty/dutySpans.ts'
import { routeGraphOf } from '../patrol/routeGraphOf.ts'
import { reporter } from './reporter.ts'

const CALLED = new Set<Report['channel']>(['hotline', 'app', 'visit', 'petition', 'open311'])
/** Matters lie at most so many metres from their building. */
const NEAR = { urban: 60, town: 80, pastoral: 4000 } as const

/** The report of a happening: invented words, an invented caller, a place inside the grid. */
export function reportedEvent(world: World, report: Report): SimulatedEventOf<'incident.reported'> {
  const { id, at, grid: { properties: { code, kind, names } }, happening, severity, channel } = report
  const chance = world.chance(`report ${id}`)
  const building = world.buildingsOf.get(code)?.[report.building]?.properties.names.zh ?? names.zh
  const title = chance.pick(happening.titles)
  const actor = channel === 'patrol' || channel === 'device' ? onDutyAt(world, code, at)?.worker : undefined
  return {
    type: 'incident.reported',
    id: `${id}/0`,
    at,
    subject: id,
    actor,
    data: {
      category: happening.category,
      subcategory: happening.subcategory,
      severity,
      channel,
      title,
      description: `${names.zh}${building}附近，${title}，请尽快处理。（模拟数据）`,
      address: `${names.zh}${building}`,
      // Who comes to a counter tells the grid, the others a point.
      ...((channel === 'visit' || channel === 'petition') ? { grid: code } : { place: place() }),
      ...(CALLED.has(channel) && { reporter: reporter(chance, kind, channel === 'petition') }),
    },
  }

  function place() {
    const graph = routeGraphOf(world, code)
    const [lng, lat] = graph.near(graph.stops.includes(report.building) ? report.building : graph.stops[0]!, NEAR[kind], chance)
    return { lng: Math.round(lng * 1e6) / 1e6, lat: Math.round(lat * 1e6) / 1e6 }
  }
}
