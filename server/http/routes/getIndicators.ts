import type { Addresses } from '../Addresses.ts'
import type { DistrictFacts } from '../../../shared/indicators/grid/DistrictFacts.ts'
import type { State } from '../../../shared/state/State.ts'
import type { Clock } from '../../clock.ts'
import type { Projection } from '../../projection/Projection.ts'
import { INDICATORS } from '../../../shared/indicators/indicators.ts'
import { shareOf } from '../../../shared/indicators/rates/Share.ts'
import { timeTaken } from '../../../shared/indicators/rates/timeTaken.ts'
import { TIMED } from '../../../shared/families/incident/DayCounters.ts'
import { indicatorRows } from '../indicatorRows.ts'
import { problem } from '../problem.ts'
import { scopeOf } from '../scopeOf.ts'

/** What was answered before there were rows, and stays for old readers; nothing is added to it. */
const RATES = ['closureRate', 'onTimeClosureRate', 'settledInGridShare', 'settledInCommunityShare', 'returnRate', 'reworkRate', 'reopenRate', 'duplicateRate', 'satisfactionRate', 'ratingResponseRate'] as const

interface Parts { projection: Projection; clock: Pick<Clock, 'now'>; district: DistrictFacts }

/** `GET /api/v1/indicators?audience=desk&region=…`: how matters are handled, in numbers, by this server's clock. */
export function getIndicators(addresses: Addresses, { projection, clock, district }: Parts): void {
  addresses.add('/api/v1/indicators', { GET: (request, response) => {
    const { state } = projection
    const scope = scopeOf(request, state.basis.code)
    if ('wrong' in scope)
      return problem(response, 400, scope.wrong)
    if (state.index.region(scope.region) < 0)
      return problem(response, 404, 'No grid of this district lies in that region.')
    response.setHeader('Cache-Control', 'no-store')
    const now = clock.now()
    response.json({ at: now, region: scope.region, indicators: indicatorRows(state, scope.region, now, district), ...asBefore(state, scope.region, now, district) })
  } })
}

function asBefore(state: State, region: string, now: number, district: DistrictFacts): Record<string, unknown> {
  const { escalationsPerHundred, overdueNow, withoutLead, returnsByUnit } = INDICATORS
  const { open, overdue } = overdueNow.measure(state, region, now, district)
  const escalations = escalationsPerHundred.measure(state, region, now, district)
  const perHundred = ({ part, whole }: { part: number; whole: number }) => whole > 0 ? 100 * part / whole : undefined
  return {
    rates: {
      ...Object.fromEntries(RATES.map(name => [name, INDICATORS[name].measure(state, region, now, district)])),
      escalationsPerHundred: { now: perHundred(escalations.now), before: perHundred(escalations.before) },
      overdueNow: shareOf(overdue, open),
    },
    minutesTaken: Object.fromEntries(TIMED.map(timed => [timed, timeTaken(state, region, timed, now)])),
    withoutLead: withoutLead.measure(state, region, now, district),
    returnsByUnit: returnsByUnit.measure(state, region, now, district),
  }
}
