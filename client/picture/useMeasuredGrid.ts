import type { MeasuredGrid } from '../../shared/indicators/grid/measuredGrid.ts'
import { assertNever } from '../../shared/words/assertNever.ts'
import { measuredGrid } from '../../shared/indicators/grid/measuredGrid.ts'
import { useClock } from './clock.ts'
import { useDistrict } from '../base/district.ts'
import { useProjection } from './projection.ts'
import { useSelection } from './selection.ts'
import { useFormat } from '../words/useFormat.ts'
import { say } from '../words/say.ts'
import { useTexts } from '../words/useTexts.ts'

/** The number behind a grid's colour by the chosen measure, in words, as of now; empty while nothing is known. */
export function useMeasuredGrid(): (code: string) => string {
  const texts = useTexts()
  const format = useFormat()
  const clock = useClock()
  const districts = useDistrict()
  const projection = useProjection()
  const selection = useSelection()

  function told(figure: MeasuredGrid): string {
    switch (figure.measure) {
      case 'visit': return figure.ageMs === undefined ? texts.value.measure.grid.never : say(texts.value.measure.grid.visit, { age: format.duration(figure.ageMs) })
      case 'open':
      case 'overdue': return say(texts.value.measure.grid[figure.measure], { count: figure.count })
      case 'cover': return texts.value.wall.coverWord[figure.cover]
      case 'rate': return figure.rate === undefined
        ? say(texts.value.measure.grid.noHouseholds, { reported: figure.reported })
        : say(texts.value.measure.grid.rate, { reported: figure.reported, households: figure.households, rate: figure.rate.toFixed(1) })
      case 'unusual': return figure.limit === undefined
        ? say(texts.value.measure.grid.noPast, { reported: figure.reported })
        : say(texts.value.measure.grid.unusual, { reported: figure.reported, usual: (figure.past / figure.days).toFixed(1), limit: figure.limit })
      default: return assertNever(figure)
    }
  }

  return (code) => {
    const figure = projection.state && districts.district && measuredGrid(projection.state, selection.measure, code, clock.now(), districts.district)
    return figure ? told(figure) : ''
  }
}
