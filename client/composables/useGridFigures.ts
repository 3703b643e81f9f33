import type { ShallowRef } from 'vue'
import type { Measure } from '../../shared/indicators/gridMeasure.ts'
import type { Cover } from '../../shared/indicators/onDutyCover.ts'
import type { State } from '../../shared/projection/State.ts'
import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import { gridMeasure, MEASURES } from '../../shared/indicators/gridMeasure.ts'
import { coverByGrid } from '../../shared/indicators/onDutyCover.ts'
import { openByGrid } from '../../shared/indicators/openByGrid.ts'
import { useIndicator } from './useIndicator.ts'

/** What the three pictures show of each grid, by its index in `district.grids`. */
export interface GridFigures {
  classes: Record<Measure, Uint8Array>
  covers: Cover[]
  open: Uint16Array
  /** 0 none, 1 severity I … 4 severity IV. */
  gravest: Uint8Array
}

/** Computed once for all pictures of a scene; time moves it too. */
export function useGridFigures(): Readonly<ShallowRef<GridFigures | undefined>> {
  return useIndicator({ streams: ['incident', 'patrol', 'grid-status'], everyMs: 20_000 }, gridFigures)
}

/** A state of a smaller scope has fewer grids than the data set: theirs stay empty. */
function gridFigures(state: State, now: number, district: DistrictResource): GridFigures {
  const places = district.grids.map(({ properties }) => state.index.grid(properties.code))
  const cover = coverByGrid(state, now, district)
  const { open, gravest } = openByGrid(state, now)
  const spread = (from: ArrayLike<number>) => places.map(place => place < 0 ? 0 : from[place]!)
  return {
    classes: Object.fromEntries(MEASURES.map(measure => [measure, Uint8Array.from(spread(gridMeasure(state, measure, now, district)))])) as Record<Measure, Uint8Array>,
    covers: places.map(place => place < 0 ? 'covered' : cover[place]!.cover),
    open: Uint16Array.from(spread(open)),
    gravest: Uint8Array.from(spread(gravest)),
  }
}
