import type { CommandRefusal } from '../../../shared/commands/CommandRefusal.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { Stage } from '../../../shared/domain/stages.ts'
import type { Role } from '../../../shared/words/role.ts'
import type { Question } from './action/acting.ts'
import { useMatterRow } from '../../picture/useMatterRow.ts'
import { outside } from '../../words/outside.ts'
import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import { useFormat } from '../../words/useFormat.ts'
import { useSecond } from '../../picture/useSecond.ts'
import { useWallWords } from '../../words/useWallWords.ts'
import { isEnded } from '../../../shared/domain/stages.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import enAction from './words/enAction.ts'
import en from './words/en.ts'
import zhAction from './words/zhAction.ts'
import zh from './words/zh.ts'
import { isStillAhead } from './isStillAhead.ts'
import { useDeskDistrict } from '../top/deskDistrict.ts'

const HOUR = 3_600_000
/** So far away the day is enough. */
const FAR_MS = 72 * HOUR

/** What is said of one matter on the desk, and of what may be done to it. */
export function useDeskMatterWords() {
  const words = usePart({ zh: { ...zh, ...zhAction }, en: { ...en, ...enAction } })
  const { texts, name, inside } = useWallWords()
  const format = useFormat()
  const second = useSecond()
  const { moment, what } = useMatterRow()
  const desk = useDeskDistrict()

  const roles = (may: readonly Role[] = []) => may.map(each => words.value.role[each]).join(' · ')
  const stageOf = (stage: string | undefined) => stage === undefined ? '' : texts.value.incident.stage[stage as 'reported']
  /** After what an action comes, where that is still to come; what has been done is said so. */
  function wordAfter(question: Question, stage: Stage | undefined): string | undefined {
    const word = (words.value.after as Record<string, string>)[question]
    const command = question === 'verify' ? 'check' : question
    return question === 'accept' || command === 'more' || stage === undefined || isStillAhead(command, stage) ? word : undefined
  }

  const happening = (move: string) => texts.value.incident.happening[move as 'accepted']

  return {
    words,
    say,
    texts,
    name,
    /** A grid as it is called inside its region. */
    inside,
    moment,
    format,
    happening,
    stageOf,
    /** Who acts under an id: a seat, somebody of the staff, a unit, the engine. */
    who: (actor: string | undefined) => actor === undefined ? words.value.timeline.system : actor === 'engine' ? words.value.timeline.engine : desk.nameOf(actor),
    /** Its title; where there is none, what it is of. */
    title: (incident: Pick<Incident, 'title' | 'category' | 'subcategory'>) => incident.title ? outside(incident.title) : what(incident),
    what,
    /** In whose hands it is; undefined where nobody holds it. */
    holder: ({ leadUnit, unit, assignee }: Pick<Incident, 'leadUnit' | 'unit' | 'assignee'>) => {
      const holder = leadUnit ?? unit
      return holder !== undefined ? outside(holder) : assignee === undefined ? undefined : desk.nameOf(assignee)
    },
    /**
     * A length of time in a limit's kind of time, in the one unit that this limit is told in: 4时, 40个工作日, 0.5个工作日, 3.5工时.
     * @param ofMs the limit that it is of, which gives the unit @param workingDayMs a working day by the calendar
     */
    length(ms: number, time: 'working' | 'calendar', workingDayMs?: number, ofMs: number = ms): string {
      const { ladder } = words.value
      if (time === 'calendar')
        return format.age(ms)
      return workingDayMs && ofMs >= workingDayMs ? say(ladder.workingDays, { days: tenths(ms / workingDayMs) }) : say(ladder.working, { length: tenths(ms / HOUR) })
    },
    /** When a limit ends: of one in working days the day, while that is far; else as `moment`. */
    end(at: number, limitMs: number, workingDayMs: number | undefined): string {
      return workingDayMs && limitMs >= workingDayMs && at - second.value > FAR_MS ? format.date(at, second.value) : moment(at)
    },
    metres: (metres: number) => metres < 1000
      ? say(words.value.people.metres, { n: metres < 20 ? Math.round(metres) : Math.round(metres / 10) * 10 })
      : say(words.value.people.kilometres, { n: (metres / 1000).toFixed(1) }),
    action: (question: Question) => words.value.action[question],
    /** Why an action is greyed, in two or three words. */
    grey({ reason, may, stage }: CommandRefusal, question: Question, incident?: Pick<Incident, 'level'>): string {
      const { after, grey, atTop, atBottom } = words.value
      if (reason === 'wrong-stage')
        return stage !== undefined && isEnded(stage as 'closed') && question !== 'evaluate' && question !== 'reopen' ? after.ended : wordAfter(question, stage as Stage | undefined) ?? say(grey[reason], { stage: stageOf(stage) })
      if (reason === 'no-such-level' && incident)
        return incident.level === LEVELS[0] ? atBottom : atTop
      return say(grey[reason], { roles: roles(may), stage: stageOf(stage) })
    },
    /** Why a command was refused, what happened first, and what to do. */
    refusal({ reason, path, stage, may, by, at, move, seconds }: CommandRefusal, question: Question): string {
      const { refused, action } = words.value
      const named = {
        path: path ?? '',
        stage: stageOf(stage),
        roles: roles(may),
        who: by === undefined ? '' : by === 'engine' ? words.value.timeline.engine : desk.nameOf(by),
        at: at === undefined ? '' : format.clock(at),
        move: move === undefined ? '' : happening(move),
        action: action[question],
        seconds: seconds ?? 0,
      }
      if (reason === 'too-many' && seconds !== undefined)
        return say(refused.tooFast, named)
      if (reason === 'off-shift' && at === undefined)
        return refused['off-shift-ever']
      return say(reason === 'changed' && by === undefined ? refused.changedSomebody : refused[reason], named)
    },
  }
}

function tenths(n: number): number {
  return Math.round(n * 10) / 10
}
