import type { GridCode } from '../../../../shared/words/regionCode.ts'
import type { SimulatedDistrict, World } from '../World.ts'
import { Chance } from '../Chance.ts'
import { RouteGraph } from './RouteGraph.ts'

const made = new WeakMap<SimulatedDistrict, Map<GridCode, RouteGraph>>()

/** The ways of a grid of the district, made when first asked for. They are the same for every seed. */
export function routeGraphOf(world: World, code: GridCode): RouteGraph {
  let graphs = made.get(world.district)
  if (!graphs)
    made.set(world.district, graphs = new Map())
  let graph = graphs.get(code)
  if (!graph) {
    graph = new RouteGraph(world.gridOf.get(code)!, world.buildingsOf.get(code) ?? [], new Chance(`ways ${code}`))
    graphs.set(code, graph)
  }
  return graph
}
