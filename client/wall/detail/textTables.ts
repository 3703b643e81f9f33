import type { ValuesOf } from '../../picture/indicator/useIndicators.ts'
import type { Cover } from '../../../shared/indicators/cover/onDutyCover.ts'
import type { Attention } from '../../../shared/indicators/grid/attentionList.ts'
import type { Measured } from '../../../shared/indicators/Indicator.ts'
import type { ShareAgainstBefore } from '../../../shared/indicators/rates/Share.ts'
import type { TableName } from '../../../shared/indicators/tables.ts'
import type { DistrictResource } from '../../../shared/protocol/districtResource.ts'
import type { TableWords } from './useTableWords.ts'
import { coverByPart } from '../../../shared/indicators/cover/coverByPart.ts'
import { onDuty } from '../../../shared/indicators/cover/onDuty.ts'
import { attentionList } from '../../../shared/indicators/grid/attentionList.ts'
import { open } from '../../../shared/indicators/open/open.ts'
import { onTimeClosureRate } from '../../../shared/indicators/rates/onTimeClosureRate.ts'
import { reportedByCategory } from '../../../shared/indicators/rates/reportedByCategory.ts'
import { reportedByHour } from '../../../shared/indicators/rates/reportedByHour.ts'
import { settledByLevel } from '../../../shared/indicators/rates/settledByLevel.ts'
import { settledInCommunityShare } from '../../../shared/indicators/rates/settledInCommunityShare.ts'
import { settledInGridShare } from '../../../shared/indicators/rates/settledInGridShare.ts'

/** A row of text; `sorts` where a cell is not to be sorted by its text. */
export interface TextRow { key: string; texts: readonly string[]; sorts: readonly (number | string | undefined)[] }

interface Head { text: string; numeric: boolean; width: number | undefined }

export interface TextTable { heads: Head[]; rows: TextRow[] }

type Indicators = Readonly<Record<string, Measured<unknown>>>

/** A table as text: what it shows, and how that reads. */
export interface TextTwin<M extends Indicators> {
  of: M
  /** Each row says itself what is not of now. */
  byRow?: true
  read(values: ValuesOf<M>, said: TableWords, targets: DistrictResource['targets']): TextTable
}

/** The text twin of every chart and list that is no list of grids or matters. Sums and shares are those that the scene shows. */
export const TEXT_TABLES: Readonly<Record<Exclude<TableName, 'grids' | 'matters'>, TextTwin<Indicators>>> = {
  numbers: twin({ inGrid: settledInGridShare, inCommunity: settledInCommunityShare, onTime: onTimeClosureRate, open, duty: onDuty }, ({ inGrid, inCommunity, onTime, open: { open: all, overdue, dueSoon }, duty }, said, targets) => {
    const { column } = said.words
    const share = (key: 'inGrid' | 'inCommunity' | 'onTime', { now, before }: ShareAgainstBefore, target: number) =>
      row(key, [said.headline(key), said.percent(now.share), `${now.part}/${now.whole}`, said.percent(before.share), said.percent(target)])
    const plain = (key: 'open' | 'overdue' | 'dueSoon' | 'onDuty' | 'noSignal' | 'absent' | 'offRoster', value: number, of = '') => row(key, [said.headline(key), String(value), of, '', ''])
    return {
      heads: [head(column.number), ...[column.value, column.of, column.before, column.target].map(each => head(each, 180))],
      rows: [
        share('inGrid', inGrid, targets.settledInGrid),
        share('inCommunity', inCommunity, targets.settledInCommunity),
        share('onTime', onTime, targets.onTimeClosure),
        plain('open', all),
        plain('overdue', overdue, `${overdue}/${all}`),
        plain('dueSoon', dueSoon, `${dueSoon}/${all}`),
        plain('onDuty', duty.covered, `${duty.covered}/${duty.expected}`),
        plain('noSignal', duty.noSignal, `${duty.noSignal}/${duty.expected}`),
        plain('absent', duty.absent, `${duty.absent}/${duty.expected}`),
        plain('offRoster', duty.offRoster, `${duty.offRoster}/${duty.grids}`),
      ],
    }
  }),

  hours: twin({ hours: reportedByHour }, ({ hours: { today, yesterday } }, said) => {
    const { column } = said.words
    return {
      heads: [head(column.hour), head(column.today, 180), head(column.yesterday, 180), head(column.difference, 180)],
      rows: today.map((count, hour) => row(String(hour), [said.hour(hour), count === undefined ? said.absent : String(count), String(yesterday[hour]), count === undefined ? said.absent : said.difference(count - yesterday[hour]!)], [hour, count ?? -1, yesterday[hour], count === undefined ? -Infinity : count - yesterday[hour]!])),
    }
  }),

  categories: twin({ categories: reportedByCategory }, ({ categories }, said) => {
    const { column } = said.words
    return {
      heads: [head(column.category), head(column.today, 180), head(column.sameTime, 180), head(column.difference, 180)],
      rows: categories.map(({ category, today, yesterday }) => row(category, [said.category(category), String(today), String(yesterday), said.difference(today - yesterday)], [undefined, today, yesterday, today - yesterday])),
    }
  }),

  levels: twin({ levels: settledByLevel }, ({ levels }, said) => {
    const { column } = said.words
    return {
      heads: [head(column.level), ...[column.closed, column.cumulative, column.open, column.movedUp].map(each => head(each, 180))],
      rows: levels.map(({ level, closed, cumulative, open: atLevel, movedUp }, place) => row(level, [said.level(level), String(closed), said.percent(cumulative), String(atLevel), String(movedUp)], [place, closed, cumulative ?? -1, atLevel, movedUp])),
    }
  }),

  towns: twin({ parts: coverByPart }, ({ parts }, said) => {
    const { column } = said.words
    return {
      heads: [head(column.town), ...[column.covered, column.expected, column.noSignal, column.absent, column.offRoster, column.all].map(each => head(each, 160))],
      rows: parts.map(({ region: part, covered, expected, grids, cells }) => {
        const count = (what: Cover) => cells.filter(({ cover }) => cover === what).length
        const counts = [covered, expected, count('no-signal'), count('absent'), count('off-roster'), grids]
        return row(part, [said.name(part), ...counts.map(String)], [part, ...counts])
      }),
    }
  }),

  attention: { byRow: true, ...twin({ list: attentionList }, ({ list }, said) => {
    const { column } = said.words
    return {
      heads: [head(column.grid), head(column.reason, undefined, false), head(column.clock, 200)],
      rows: list.map((each, place) => row(each.grid, [said.placeOf(each.grid), said.why(each), said.attentionClock(each)], [each.grid, place, clockOf(each)])),
    }
  }) },
}

function twin<const M extends Indicators>(of: M, read: TextTwin<M>['read']): TextTwin<M> {
  return { of, read }
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
