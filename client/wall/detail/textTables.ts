import type { Attention } from '../../../shared/indicators/grid/attentionList.ts'
import type { State } from '../../../shared/state/State.ts'
import type { ShareAgainstBefore } from '../../../shared/indicators/rates/Share.ts'
import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import type { RegionCode } from '../../../shared/words/regionCode.ts'
import type { TableName } from '../../../shared/indicators/tables.ts'
import type { TableWords } from './useTableWords.ts'
import { attentionList } from '../../../shared/indicators/grid/attentionList.ts'
import { coverByPart } from '../../../shared/indicators/cover/coverByPart.ts'
import { onDutyCover } from '../../../shared/indicators/cover/onDutyCover.ts'
import { onTimeClosureRate } from '../../../shared/indicators/rates/onTimeClosureRate.ts'
import { openCounts } from '../../../shared/indicators/open/openCounts.ts'
import { reportedByCategory } from '../../../shared/indicators/rates/reportedByCategory.ts'
import { reportedByHour } from '../../../shared/indicators/rates/reportedByHour.ts'
import { settledByLevel } from '../../../shared/indicators/rates/settledByLevel.ts'
import { settledInCommunityShare } from '../../../shared/indicators/rates/settledInCommunityShare.ts'
import { settledInGridShare } from '../../../shared/indicators/rates/settledInGridShare.ts'

/** A row of text; `sorts` where a cell is not to be sorted by its text. */
export interface TextRow { key: string; texts: readonly string[]; sorts: readonly (number | string | undefined)[] }

interface Head { text: string; numeric: boolean; width: number | undefined }

export interface TextTable { heads: Head[]; rows: TextRow[] }

type Reading = (state: State, region: RegionCode, now: number, district: DistrictResource, said: TableWords) => TextTable

/** The text twin of every chart and list that is no list of grids or matters. Sums and shares are those that the scene shows. */
export const TEXT_TABLES: Record<Exclude<TableName, 'grids' | 'matters'>, Reading> = {
  numbers(state, region, now, district, said) {
    const { column } = said.words
    const open = openCounts(state, region, now)
    const duty = onDutyCover(state, region, now, district)
    const share = (key: 'inGrid' | 'inCommunity' | 'onTime', { now: today, before }: ShareAgainstBefore, target: number) =>
      row(key, [said.headline(key), said.percent(today.share), `${today.part}/${today.whole}`, said.percent(before.share), said.percent(target)])
    const plain = (key: 'open' | 'overdue' | 'dueSoon' | 'onDuty' | 'nobody' | 'noSignal', value: number, of = '') => row(key, [said.headline(key), String(value), of, '', ''])
    return {
      heads: [head(column.number), ...[column.value, column.of, column.before, column.target].map(each => head(each, 180))],
      rows: [
        share('inGrid', settledInGridShare.measure(state, region, now, district), district.targets.settledInGrid),
        share('inCommunity', settledInCommunityShare.measure(state, region, now, district), district.targets.settledInCommunity),
        share('onTime', onTimeClosureRate.measure(state, region, now, district), district.targets.onTimeClosure),
        plain('open', open.open),
        plain('overdue', open.overdue, `${open.overdue}/${open.open}`),
        plain('dueSoon', open.dueSoon, `${open.dueSoon}/${open.open}`),
        plain('onDuty', duty.covered, `${duty.covered}/${duty.grids}`),
        plain('nobody', duty.nobody, `${duty.nobody}/${duty.grids}`),
        plain('noSignal', duty.noSignal, `${duty.noSignal}/${duty.grids}`),
      ],
    }
  },

  hours(state, region, now, district, said) {
    const { column } = said.words
    const { today, yesterday } = reportedByHour.measure(state, region, now, district)
    return {
      heads: [head(column.hour), head(column.today, 180), head(column.yesterday, 180), head(column.difference, 180)],
      rows: today.map((count, hour) => row(String(hour), [said.hour(hour), count === undefined ? said.absent : String(count), String(yesterday[hour]), count === undefined ? said.absent : said.difference(count - yesterday[hour]!)], [hour, count ?? -1, yesterday[hour], count === undefined ? -Infinity : count - yesterday[hour]!])),
    }
  },

  categories(state, region, now, district, said) {
    const { column } = said.words
    return {
      heads: [head(column.category), head(column.today, 180), head(column.sameTime, 180), head(column.difference, 180)],
      rows: reportedByCategory.measure(state, region, now, district).map(({ category, today, yesterday }) => row(category, [said.category(category), String(today), String(yesterday), said.difference(today - yesterday)], [undefined, today, yesterday, today - yesterday])),
    }
  },

  levels(state, region, now, district, said) {
    const { column } = said.words
    return {
      heads: [head(column.level), ...[column.closed, column.cumulative, column.open, column.movedUp].map(each => head(each, 180))],
      rows: settledByLevel.measure(state, region, now, district).map(({ level, closed, cumulative, open, movedUp }, place) => row(level, [said.level(level), String(closed), said.percent(cumulative), String(open), String(movedUp)], [place, closed, cumulative ?? -1, open, movedUp])),
    }
  },

  towns(state, region, now, district, said) {
    const { column } = said.words
    return {
      heads: [head(column.town), ...[column.covered, column.nobody, column.noSignal, column.all].map(each => head(each, 160))],
      rows: coverByPart.measure(state, region, now, district).map(({ region: part, covered, grids, cells }) => {
        const counts = [covered, cells.filter(({ cover }) => cover === 'nobody').length, cells.filter(({ cover }) => cover === 'no-signal').length, grids]
        return row(part, [said.name(part), ...counts.map(String)], [part, ...counts])
      }),
    }
  },

  attention(state, region, now, district, said) {
    const { column } = said.words
    return {
      heads: [head(column.grid), head(column.reason, undefined, false), head(column.clock, 200)],
      rows: attentionList.measure(state, region, now, district).map((each, place) => row(each.grid, [said.placeOf(each.grid), said.why(each), said.attentionClock(each)], [each.grid, place, clockOf(each)])),
    }
  },
}

/** Least left first, most over before it. */
function clockOf({ clock }: Attention): number {
  return clock.word === 'left' ? clock.ms : -clock.ms
}

function row(key: string, texts: readonly string[], sorts: TextRow['sorts'] = []): TextRow {
  return { key, texts, sorts }
}

/** Of numbers where a width is given, else of names. */
function head(text: string, width?: number, numeric = width !== undefined): Head {
  return { text, numeric, width }
}
