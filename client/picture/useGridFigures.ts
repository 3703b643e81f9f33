import type { ShallowRef } from 'vue'
import type { Measure } from '../../shared/indicators/grid/measure.ts'
import type { Cover } from '../../shared/indicators/cover/onDutyCover.ts'
import type { State } from '../../shared/state/State.ts'
import type { DistrictResource } from '../../shared/protocol/districtResource.ts'
import { gridMeasure } from '../../shared/indicators/grid/gridMeasure.ts'
import { GRID_MEASURES } from '../../shared/indicators/grid/gridMeasures.ts'
import { MEASURES } from '../../shared/indicators/grid/measure.ts'
import { NO_DATA } from '../../shared/indicators/grid/noData.ts'
import { coverByGrid } from '../../shared/indicators/cover/onDutyCover.ts'
import { openByGrid } from '../../shared/indicators/grid/openByGrid.ts'
import { useSelection } from './selection.ts'
import { useSession } from '../base/session.ts'
import { useStale } from './indicator/useStale.ts'
import { useMeasure } from './indicator/useMeasure.ts'

/** Measures that follow from silence: while their stream is late nothing is known of any grid. */
const FROM_SILENCE: ReadonlySet<Measure> = new Set(['visit', 'cover'])

/** What the three pictures show of each grid, by its index in `district.grids`. */
export interface GridFigures {
  /** What `classes` tell. */
  measure: Measure
  /** 0–4, or `NO_DATA`. */
  classes: Uint8Array
  /** `covered` also where nothing is known of now: no mark is drawn from silence (T20). */
  covers: Cover[]
  /** What `classes` tell is not of now, or who is on duty is not: their streams are late. */
  classesLate: boolean
  coversLate: boolean
  /** Nor are the open matters. */
  mattersLate: boolean
  open: Uint16Array
  /** 0 none, 1 severity I … 4 severity IV; none behind the curtain, where no single matter is marked. */
  gravest: Uint8Array
}

/** Computed once for all pictures of a scene, for the chosen measure alone; time moves it too. */
export function useGridFigures(): Readonly<ShallowRef<GridFigures | undefined>> {
  const selection = useSelection()
  const session = useSession()
  const duty = useStale(GRID_MEASURES['measure-cover'].streams)
  const matters = useStale(['incident'])
  const measured = new Map(MEASURES.map(measure => [measure, useStale(GRID_MEASURES[`measure-${measure}`].streams)]))
  const isLate = () => ({ classes: measured.get(selection.measure)!.value.isStale, covers: duty.value.isStale, matters: matters.value.isStale })
  return useMeasure(
    { streams: ['incident', 'patrol', 'grid-status'], hours: true, everyMs: 20_000, group: 'map' },
    (state, now, district) => gridFigures(state, selection.measure, now, district, session.curtainSince > 0, isLate()),
    () => [selection.measure, session.curtainSince, isLate().classes, isLate().covers, isLate().matters].join(),
  )
}

/** A state of a smaller scope has fewer grids than the data set: theirs stay empty. */
function gridFigures(state: State, measure: Measure, now: number, district: DistrictResource, isCurtained: boolean, late: { classes: boolean; covers: boolean; matters: boolean }): GridFigures {
  const places = district.grids.map(({ properties }) => state.index.grid(properties.code))
  const cover = coverByGrid(state, now, district)
  const { open, gravest } = openByGrid(state, now)
  const classes = late.classes && FROM_SILENCE.has(measure) ? new Uint8Array(state.basis.grids.length).fill(NO_DATA) : gridMeasure(state, measure, now, district)
  const spread = (from: ArrayLike<number>, absent: number) => places.map(place => place < 0 ? absent : from[place]!)
  return {
    measure,
    classes: Uint8Array.from(spread(classes, NO_DATA)),
    classesLate: late.classes,
    coversLate: late.covers,
    mattersLate: late.matters,
    covers: places.map(place => place < 0 || late.covers ? 'covered' : cover[place]!.cover),
    open: Uint16Array.from(spread(open, 0)),
    gravest: isCurtained ? new Uint8Array(places.length) : Uint8Array.from(spread(gravest, 0)),
  }
}
