import type { QueueRow } from './QueueRow.ts'
import { regionAt } from '../../../shared/words/regionCode.ts'
import { outside } from '../../words/outside.ts'
import { tickText } from '../../words/tickText.ts'
import { useFormat } from '../../words/useFormat.ts'
import { useMatterWords } from '../../words/useMatterWords.ts'
import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import { useWallWords } from '../../words/useWallWords.ts'
import { withoutPlace } from '../../words/withoutPlace.ts'
import en from './words/en.ts'
import zh from './words/zh.ts'
import { useDeskDistrict } from '../top/deskDistrict.ts'
import { useOfficers } from '../top/officers.ts'
import { useCommands } from '../matter/commands.ts'
import { isUndispatched } from './QueueRow.ts'

/** A mark beside a row; `look` is how it is drawn. */
export interface QueueTag { look: 'plain' | 'yellow' | 'red' | 'live'; word: string }

/** Longer than this is told in days. */
const TICKS_MS = 100 * 3_600_000
const FRESH_MS = 5 * 60_000

/** What a row of the queue says. */
export function useQueueWords() {
  const { texts, name, short } = useWallWords()
  const { about } = useMatterWords()
  const format = useFormat()
  const districts = useDeskDistrict()
  const officers = useOfficers()
  const commands = useCommands()
  const words = usePart({ zh, en })

  const title = (row: QueueRow) => row.title ? outside(row.title) : about(row)
  /** 南环, 学苑东02格. `isTold`: the grid's own part names its community, so that where there is little room it stands alone. */
  function placeOf({ grid }: QueueRow): { town: string; grid: string; isTold: boolean } {
    const town = regionAt(grid, 'town')
    const rest = withoutPlace(name(grid), [name(town), short(town)]).trim()
    const told = rest.replace(/社区|嘎查|(?:^| )(?:community|gacha)(?= )/iu, '').trim()
    // 银根苏木格 is all there is of that town.
    if (told.length < 2)
      return { town: '', grid: name(grid), isTold: true }
    return { town: short(town), grid: told.replace(/(?<=\S )grid (?=\d)/u, ''), isTold: told !== rest && !/^grid/u.test(told) }
  }

  /** The desk itself is asked to sign. */
  const waitsForDesk = ({ stage, level }: QueueRow) => stage === 'dispatched' && level === 'banner'

  function stageOf(row: QueueRow): { word: string; waits: boolean } {
    const stage = commands.expectedStage(row.id, row.stage)
    if (stage === 'returned')
      return { word: say(words.value.returned, { n: row.returns || '' }), waits: true }
    if (waitsForDesk({ ...row, stage }))
      return { word: words.value.waiting, waits: true }
    return { word: texts.value.incident.stage[stage], waits: isUndispatched(stage) }
  }

  function holderOf(row: QueueRow): { word: string; waits: boolean } {
    if (row.holder)
      return { word: districts.nameOf(row.holder), waits: false }
    return isUndispatched(row.stage) ? { word: words.value.undispatched, waits: true } : { word: row.unowned ? words.value.view.unowned : texts.value.common.absent, waits: row.unowned }
  }

  /** All clocks that run, for who points at it: 签收 0:04:32 · 处置 23:59:10. @param now epoch ms */
  const clocksTitle = ({ clocks }: QueueRow, now: number) => clocks.map(({ clock, dueAt }) => say(words.value.clocks, { clock: words.value.clockName[clock], time: ticks(dueAt - now) })).join(' · ')

  const ticks = (left: number) => Math.abs(left) < TICKS_MS ? tickText(left) : `${left < 0 ? '−' : ''}${format.duration(Math.abs(left))}`

  /** 0:01:23, −1:25:10; days beyond a hundred hours. @param now epoch ms */
  function clockOf({ due, stage }: QueueRow, now: number): string {
    if (due === Infinity)
      return stage === 'parked' ? words.value.noClock : words.value.noLimit
    return ticks(due - now)
  }

  /** What is most urgent to know first. */
  function tagsOf(row: QueueRow, now: number): QueueTag[] {
    const tag = words.value.tag
    const looking = officers.lookingAt(row.id)
    return [
      ...(commands.pending.has(row.id) ? [{ look: 'live' as const, word: tag.pending }] : []),
      ...(looking.length > 0 ? [{ look: 'live' as const, word: looking.some(({ typing }) => typing) ? tag.typing : say(tag.watching, { n: looking.length }) }] : []),
      ...(row.card ? [{ look: row.card, word: tag[row.card] }] : []),
      ...(row.supervised ? [{ look: 'plain' as const, word: tag.supervised }] : []),
      ...(row.unled ? [{ look: 'plain' as const, word: tag.unled }] : []),
      ...(row.whistled && !row.unled ? [{ look: 'plain' as const, word: tag.whistled }] : []),
      ...(now - row.reportedAt < FRESH_MS ? [{ look: 'plain' as const, word: tag.fresh }] : []),
      ...(row.clocks[0]?.clock === 'acknowledge' || row.clocks[0]?.clock === 'order' ? [{ look: 'plain' as const, word: words.value.clock[row.clocks[0].clock] }] : []),
    ]
  }

  return {
    texts,
    say,
    words,
    title,
    placeOf,
    gridName: ({ grid }: QueueRow) => name(grid),
    stageOf,
    holderOf,
    clockOf,
    clocksTitle,
    tagsOf,
    levelOf: ({ level }: QueueRow) => words.value.level[level],
    severityOf: ({ severity }: QueueRow) => texts.value.incident.severityShort[severity],
    nameOf: districts.nameOf,
  }
}

export type QueueWords = ReturnType<typeof useQueueWords>
