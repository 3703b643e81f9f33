import type { Addresses } from '../Addresses.ts'
import type { State } from '../../../shared/state/State.ts'
import type { Clock } from '../../clock.ts'
import type { Projection } from '../../projection/Projection.ts'
import { closureRate } from '../../../shared/indicators/rates/closureRate.ts'
import { duplicateRate } from '../../../shared/indicators/rates/duplicateRate.ts'
import { escalationsPerHundred } from '../../../shared/indicators/rates/escalationsPerHundred.ts'
import { onTimeClosureRate } from '../../../shared/indicators/rates/onTimeClosureRate.ts'
import { overdueNow } from '../../../shared/indicators/open/overdueNow.ts'
import { ratingResponseRate } from '../../../shared/indicators/rates/ratingResponseRate.ts'
import { reopenRate } from '../../../shared/indicators/rates/reopenRate.ts'
import { returnRate } from '../../../shared/indicators/rates/returnRate.ts'
import { returnsByUnit } from '../../../shared/indicators/rates/returnsByUnit.ts'
import { reworkRate } from '../../../shared/indicators/rates/reworkRate.ts'
import { satisfactionRate } from '../../../shared/indicators/rates/satisfactionRate.ts'
import { settledInCommunityShare } from '../../../shared/indicators/rates/settledInCommunityShare.ts'
import { settledInGridShare } from '../../../shared/indicators/rates/settledInGridShare.ts'
import { timeTaken } from '../../../shared/indicators/rates/timeTaken.ts'
import { withoutLead } from '../../../shared/indicators/open/withoutLead.ts'
import { TIMED } from '../../../shared/families/incident/DayCounters.ts'
import { problem } from '../problem.ts'
import { scopeOf } from '../scopeOf.ts'

/** By the name under which they are answered; what each means stands with its function. */
const RATES = { closureRate, onTimeClosureRate, settledInGridShare, settledInCommunityShare, returnRate, reworkRate, reopenRate, duplicateRate, satisfactionRate, ratingResponseRate, escalationsPerHundred, overdueNow }

/** `GET /api/v1/indicators?audience=desk&region=…`: how matters are handled, in numbers, by this server's clock. */
export function getIndicators(addresses: Addresses, { projection, clock }: { projection: Projection; clock: Pick<Clock, 'now'> }): void {
  addresses.add('/api/v1/indicators', { GET: (request, response) => {
    const { state } = projection
    const scope = scopeOf(request, state.basis.code)
    if ('wrong' in scope)
      return problem(response, 400, scope.wrong)
    if (state.index.region(scope.region) < 0)
      return problem(response, 404, 'No grid of this district lies in that region.')
    response.setHeader('Cache-Control', 'no-store')
    response.json({ at: clock.now(), region: scope.region, ...indicatorsOf(state, scope.region, clock.now()) })
  } })
}

function indicatorsOf(state: State, region: string, now: number): Record<string, unknown> {
  return {
    rates: Object.fromEntries(Object.entries(RATES).map(([name, rate]) => [name, rate(state, region, now)])),
    minutesTaken: Object.fromEntries(TIMED.map(timed => [timed, timeTaken(state, region, timed, now)])),
    withoutLead: withoutLead(state, region).map(({ id, whistledAt, arrived }) => ({ id, whistledAt, arrived })),
    returnsByUnit: returnsByUnit(state, region),
  }
}
