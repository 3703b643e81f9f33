import type { CommandRefusal } from '../../../shared/commands/CommandRefusal.ts'
import type { Incident } from '../../../shared/families/incident/Incident.ts'
import type { Role } from '../../../shared/words/role.ts'
import type { Question } from './acting.ts'
import { useMatterRow } from '../../picture/useMatterRow.ts'
import { outside } from '../../words/outside.ts'
import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import { useFormat } from '../../words/useFormat.ts'
import { useWallWords } from '../../words/useWallWords.ts'
import { isEnded } from '../../../shared/domain/stages.ts'
import { LEVELS } from '../../../shared/words/level.ts'
import enAction from './words/enAction.ts'
import en from './words/en.ts'
import zhAction from './words/zhAction.ts'
import zh from './words/zh.ts'
import { useDeskDistrict } from '../top/deskDistrict.ts'

const HOUR = 3_600_000

/** What is said of one matter on the desk, and of what may be done to it. */
export function useDeskMatterWords() {
  const words = usePart({ zh: { ...zh, ...zhAction }, en: { ...en, ...enAction } })
  const { texts, name, inside } = useWallWords()
  const format = useFormat()
  const { moment, what } = useMatterRow()
  const desk = useDeskDistrict()

  const roles = (may: readonly Role[] = []) => may.map(each => words.value.role[each]).join(' · ')
  const stageOf = (stage: string | undefined) => stage === undefined ? '' : texts.value.incident.stage[stage as 'reported']
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
    /** A limit's length in its kind of time: 4时, 3个工作日. */
    length(ms: number, time: 'working' | 'calendar', workingDayMs?: number): string {
      const { ladder } = words.value
      if (time === 'calendar')
        return format.duration(ms)
      return workingDayMs && ms % workingDayMs === 0 ? say(ladder.workingDays, { days: ms / workingDayMs }) : say(ladder.working, { length: Math.round(ms / HOUR * 10) / 10 })
    },
    metres: (metres: number) => metres < 1000
      ? say(words.value.people.metres, { n: metres < 20 ? Math.round(metres) : Math.round(metres / 10) * 10 })
      : say(words.value.people.kilometres, { n: (metres / 1000).toFixed(1) }),
    action: (question: Question) => words.value.action[question],
    /** Why an action is greyed, in two or three words. */
    grey({ reason, may, stage }: CommandRefusal, question: Question, incident?: Pick<Incident, 'level'>): string {
      const { after, grey, atTop, atBottom } = words.value
      if (reason === 'wrong-stage')
        return stage !== undefined && isEnded(stage as 'closed') && question !== 'evaluate' && question !== 'reopen' ? after.ended : (after as Record<string, string>)[question] ?? say(grey[reason], { stage: stageOf(stage) })
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
