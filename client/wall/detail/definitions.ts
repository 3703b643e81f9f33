import type { DistrictFacts } from '../../../shared/indicators/grid/DistrictFacts.ts'
import type { MatterFilter } from '../../../shared/indicators/open/MatterFilter.ts'
import type { ShareAgainstBefore } from '../../../shared/indicators/rates/Share.ts'
import type { State } from '../../../shared/state/State.ts'
import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import type { RegionCode } from '../../../shared/words/regionCode.ts'
import type { StreamName } from '../../../shared/words/stream.ts'
import type { Detail } from './detail.ts'
import type { Term } from '../../words/Term.ts'
import type zh from '../../words/messages/zh/detail.ts'
import { attentionList } from '../../../shared/indicators/grid/attentionList.ts'
import { closureRate } from '../../../shared/indicators/rates/closureRate.ts'
import { hotPlaces } from '../../../shared/indicators/grid/hotPlaces.ts'
import { inWhoseHands } from '../../../shared/indicators/open/inWhoseHands.ts'
import { justHappened } from '../../../shared/indicators/open/justHappened.ts'
import { levelTimes } from '../../../shared/indicators/rates/levelTimes.ts'
import { onDutyCover } from '../../../shared/indicators/cover/onDutyCover.ts'
import { onTimeClosureRate } from '../../../shared/indicators/rates/onTimeClosureRate.ts'
import { openMatters } from '../../../shared/indicators/open/openMatters.ts'
import { reportedByHour } from '../../../shared/indicators/rates/reportedByHour.ts'
import { sentDown } from '../../../shared/indicators/open/sentDown.ts'
import { settledByLevel } from '../../../shared/indicators/rates/settledByLevel.ts'
import { settledInCommunityShare } from '../../../shared/indicators/rates/settledInCommunityShare.ts'
import { settledInGridShare } from '../../../shared/indicators/rates/settledInGridShare.ts'
import { supervisedNow } from '../../../shared/indicators/open/supervisedNow.ts'

/** A part of a number as it is now: a count, or milliseconds. */
export interface Figure { word: keyof (typeof zh)['term']; value: number }

export interface Definition {
  streams: readonly StreamName[]
  /** What becomes of matters that are open and not yet due. */
  due: 'closedOnly' | 'pastOnly' | 'counted' | 'apart'
  /** Its parts at this moment. */
  figures: (state: State, region: RegionCode, now: number, district: DistrictResource) => Figure[]
  /** Where its list is. */
  list?: Detail
}

type Figures = Definition['figures']

const INCIDENT: readonly StreamName[] = ['incident']
const COVER: readonly StreamName[] = ['grid-status', 'patrol']
const ALL: readonly StreamName[] = ['incident', 'patrol', 'grid-status']

const matters = (filter: MatterFilter): Detail => ({ kind: 'matters', filter })
const table = (name: (Detail & { kind: 'table' })['table']): Detail => ({ kind: 'table', table: name })
const shares = (of: (state: State, region: RegionCode, now: number) => ShareAgainstBefore): Figures => (state, region, now) => {
  const { now: today, before } = of(state, region, now)
  return [{ word: 'part', value: today.part }, { word: 'whole', value: today.whole }, { word: 'beforePart', value: before.part }, { word: 'beforeWhole', value: before.whole }]
}
const count = (of: (state: State, region: RegionCode, now: number, facts: DistrictFacts) => number): Figures => (state, region, now, facts) => [{ word: 'count', value: of(state, region, now, facts) }]
const cover = (of: 'covered' | 'nobody' | 'noSignal'): Figures => (state, region, now, facts) => {
  const figures = onDutyCover(state, region, now, facts)
  return [{ word: 'count', value: figures[of] }, { word: 'grids', value: figures.grids }]
}
const levels = (of: 'closed' | 'movedUp'): Figures => (state, region, now) => [{ word: 'sum', value: settledByLevel(state, region, now).reduce((sum, row) => sum + row[of], 0) }]
const nothing: Figures = () => []
const grids: Definition = { streams: ALL, due: 'apart', figures: nothing, list: table('grids') }

/** What each number of the screen is made of; its words are in `messages/…/definitions.ts` under the same key. */
export const DEFINITIONS: Record<Term, Definition> = {
  'inGrid': { streams: INCIDENT, due: 'closedOnly', figures: shares(settledInGridShare), list: matters({ of: 'closed', levels: ['grid'] }) },
  'inCommunity': { streams: INCIDENT, due: 'closedOnly', figures: shares(settledInCommunityShare), list: matters({ of: 'closed', levels: ['grid', 'community'] }) },
  'onTime': { streams: INCIDENT, due: 'closedOnly', figures: shares(onTimeClosureRate), list: matters({ of: 'closed', onTime: true }) },
  'open': { streams: INCIDENT, due: 'counted', figures: count((state, region, now) => openMatters(state, region, now).open), list: matters({ of: 'open' }) },
  'overdue': { streams: INCIDENT, due: 'pastOnly', figures: (state, region, now) => {
    const { overdue, open } = openMatters(state, region, now)
    return [{ word: 'count', value: overdue }, { word: 'whole', value: open }]
  }, list: matters({ of: 'overdue' }) },
  'dueSoon': { streams: INCIDENT, due: 'counted', figures: count((state, region, now) => openMatters(state, region, now).dueSoon), list: matters({ of: 'dueSoon' }) },
  'onDuty': { streams: COVER, due: 'apart', figures: cover('covered'), list: { kind: 'grids', cover: 'covered' } },
  'nobody': { streams: COVER, due: 'apart', figures: cover('nobody'), list: { kind: 'grids', cover: 'nobody' } },
  'noSignal': { streams: COVER, due: 'apart', figures: cover('noSignal'), list: { kind: 'grids', cover: 'no-signal' } },
  'reported': { streams: INCIDENT, due: 'counted', figures: (state, region, now) => {
    const { todaySoFar, today, running } = reportedByHour(state, region, now)
    return [{ word: 'sum', value: todaySoFar }, { word: 'hour', value: today[running] ?? 0 }]
  }, list: table('hours') },
  'sameTime': { streams: INCIDENT, due: 'counted', figures: count((state, region, now) => reportedByHour(state, region, now).yesterdaySameTime), list: table('hours') },
  'category': { streams: INCIDENT, due: 'counted', figures: count((state, region, now) => reportedByHour(state, region, now).todaySoFar), list: table('categories') },
  'closedAtLevel': { streams: INCIDENT, due: 'closedOnly', figures: levels('closed'), list: table('levels') },
  'cumulative': { streams: INCIDENT, due: 'closedOnly', figures: levels('closed'), list: table('levels') },
  'movedUp': { streams: INCIDENT, due: 'counted', figures: levels('movedUp'), list: table('levels') },
  'attention': { streams: ALL, due: 'counted', figures: count((state, region, now, facts) => attentionList(state, region, now, facts, 0).grids), list: table('attention') },
  'towns': { streams: COVER, due: 'apart', figures: cover('covered'), list: table('towns') },
  'moved': { streams: INCIDENT, due: 'counted', figures: count((state, region, now) => justHappened(state, region, now, 1).lastHour), list: matters({ of: 'moved' }) },
  'reportedDay': { streams: INCIDENT, due: 'counted', figures: count((state, region, now) => closureRate(state, region, now).now.whole), list: matters({ of: 'reportedDay' }) },
  'closedDay': { streams: INCIDENT, due: 'closedOnly', figures: levels('closed'), list: matters({ of: 'closed' }) },
  'supervised': { streams: INCIDENT, due: 'apart', figures: count((state, region) => supervisedNow(state, region).all), list: matters({ of: 'supervised' }) },
  'lanes': { streams: INCIDENT, due: 'counted', figures: count((state, region, now) => openMatters(state, region, now).open), list: matters({ of: 'open' }) },
  'sentDown': { streams: INCIDENT, due: 'counted', figures: count((state, region, now) => Object.values(sentDown(state, region, now)).reduce((sum, each) => sum + each, 0)) },
  'gravest': { streams: INCIDENT, due: 'counted', figures: count((state, region, now) => {
    const { bySeverity } = openMatters(state, region, now)
    return bySeverity.I + bySeverity.II
  }), list: matters({ of: 'grave' }) },
  'inWhoseHands': { streams: INCIDENT, due: 'pastOnly', figures: count((state, region, now) => inWhoseHands(state, region, now).reduce((sum, each) => sum + each.matters, 0)), list: matters({ of: 'stuck' }) },
  'hotPlaces': { streams: INCIDENT, due: 'counted', figures: count((state, region, now) => hotPlaces(state, region, now).length) },
  'levelTimes': { streams: INCIDENT, due: 'closedOnly', figures: count((state, region, now) => levelTimes(state, region, now).reduce((sum, each) => sum + each.count, 0)) },
  'measure-visit': { ...grids, streams: ['patrol'] },
  'measure-open': { ...grids, streams: INCIDENT, due: 'counted' },
  'measure-overdue': { ...grids, streams: INCIDENT, due: 'pastOnly' },
  'measure-cover': { ...grids, streams: COVER },
  'measure-rate': { ...grids, streams: ['incident', 'grid-status'], due: 'counted' },
  'measure-unusual': { ...grids, streams: INCIDENT, due: 'counted' },
  'latency': { streams: ALL, due: 'apart', figures: nothing },
  'streamAge': { streams: ALL, due: 'apart', figures: nothing },
  'digest': { streams: ALL, due: 'apart', figures: nothing },
}
