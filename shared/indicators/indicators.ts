import { GRID_MEASURES } from './grid/gridMeasures.ts'
import { coverByPart } from './cover/coverByPart.ts'
import { absent } from './cover/absent.ts'
import { offRoster } from './cover/offRoster.ts'
import { noSignal } from './cover/noSignal.ts'
import { onDuty } from './cover/onDuty.ts'
import { attentionList } from './grid/attentionList.ts'
import { gravestNow } from './grid/gravestNow.ts'
import { hotPlaces } from './grid/hotPlaces.ts'
import { dueSoon } from './open/dueSoon.ts'
import { gravest } from './open/gravest.ts'
import { inWhoseHands } from './open/inWhoseHands.ts'
import { justHappened } from './open/justHappened.ts'
import { laneIncidents } from './open/laneIncidents.ts'
import { open } from './open/open.ts'
import { overdueNow } from './open/overdueNow.ts'
import { sentDown } from './open/sentDown.ts'
import { supervisedNow } from './open/supervisedNow.ts'
import { unsigned } from './open/unsigned.ts'
import { withoutLead } from './open/withoutLead.ts'
import { closedDay } from './rates/closedDay.ts'
import { closureRate } from './rates/closureRate.ts'
import { cumulativeShare } from './rates/cumulativeShare.ts'
import { duplicateRate } from './rates/duplicateRate.ts'
import { escalationsPerHundred } from './rates/escalationsPerHundred.ts'
import { levelTimes } from './rates/levelTimes.ts'
import { movedUp } from './rates/movedUp.ts'
import { onTimeClosureRate } from './rates/onTimeClosureRate.ts'
import { ratingResponseRate } from './rates/ratingResponseRate.ts'
import { reopenRate } from './rates/reopenRate.ts'
import { reportedByCategory } from './rates/reportedByCategory.ts'
import { reportedByHour } from './rates/reportedByHour.ts'
import { reportedDay } from './rates/reportedDay.ts'
import { reportedSameTime } from './rates/reportedSameTime.ts'
import { returnRate } from './rates/returnRate.ts'
import { returnsByUnit } from './rates/returnsByUnit.ts'
import { reworkRate } from './rates/reworkRate.ts'
import { satisfactionRate } from './rates/satisfactionRate.ts'
import { settledByLevel } from './rates/settledByLevel.ts'
import { settledInCommunityShare } from './rates/settledInCommunityShare.ts'
import { settledInGridShare } from './rates/settledInGridShare.ts'

const all = {
  settledInGridShare,
  settledInCommunityShare,
  onTimeClosureRate,
  open,
  overdueNow,
  dueSoon,
  onDuty,
  absent,
  offRoster,
  noSignal,
  reportedByHour,
  reportedSameTime,
  reportedByCategory,
  settledByLevel,
  cumulativeShare,
  movedUp,
  attentionList,
  gravestNow,
  unsigned,
  coverByPart,
  justHappened,
  reportedDay,
  closedDay,
  closureRate,
  supervisedNow,
  laneIncidents,
  sentDown,
  gravest,
  inWhoseHands,
  hotPlaces,
  levelTimes,
  returnRate,
  reworkRate,
  reopenRate,
  duplicateRate,
  escalationsPerHundred,
  satisfactionRate,
  ratingResponseRate,
  withoutLead,
  returnsByUnit,
  ...GRID_MEASURES,
}

/** All that this build says in numbers, in the order in which it is read; each stands under its own id. */
export const INDICATORS: { readonly [Id in keyof typeof all]: (typeof all)[Id] & { id: Id } } = all

export type IndicatorId = keyof typeof INDICATORS
