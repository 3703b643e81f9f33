import type { Unsigned } from '../../../shared/indicators/open/unsigned.ts'
import { regionAt } from '../../../shared/words/regionCode.ts'
import { useFormat } from '../../words/useFormat.ts'
import { useMatterWords } from '../../words/useMatterWords.ts'
import { useSecond } from '../../picture/useSecond.ts'
import { useSession } from '../../base/session.ts'
import { useWallWords } from '../../words/useWallWords.ts'
import { say } from '../../words/say.ts'

/** What is said of something grave that nobody has signed for: what, where, who was called, and the time left to sign. */
export function useUnsignedWords() {
  const { texts, short, bare } = useWallWords()
  const { about, near, placeOf } = useMatterWords()
  const format = useFormat()
  const second = useSecond()
  const session = useSession()

  return {
    kind: ({ category, subcategory }: Unsigned) => category ? about({ category, subcategory }) : texts.value.unattended.takeover.sos,
    place: ({ grid }: Unsigned) => placeOf(grid),
    /** The same where there is little room: English names are long. */
    placeShort: ({ grid }: Unsigned) => session.locale === 'zh' ? placeOf(grid) : bare(near(grid)),
    town: ({ grid }: Unsigned) => session.curtainSince ? '' : short(regionAt(grid, 'town')),
    since: ({ at }: Unsigned) => say(texts.value.unattended.line.since, { time: format.time(at), duration: format.duration(Math.max(0, second.value - at)) }),
    /** Who was called last and who had not answered; what it waits for while nobody is called. */
    called({ called, stage, level }: Unsigned): string {
      const { line } = texts.value.unattended
      if (!called)
        return stage ? texts.value.wall.waits[stage] : line.waits
      const to = called.to === 'holder' && level ? say(line.callee.holder, { level: texts.value.incident.level[level] }) : called.to === 'holder' ? line.callee.first : line.callee[called.to]
      return called.before
        ? say(line.passed, { to, before: called.before === 'holder' ? texts.value.incident.level[level ?? 'grid'] : line.callee[called.before] })
        : say(line.called, { to })
    },
    /** 剩 3分; 超 2分 past it; 已 5分 where nobody has to sign by a time. */
    clock({ signBy, at }: Unsigned): { lead: string; time: string } {
      const { left, over, since } = texts.value.common.lead
      if (signBy === Infinity)
        return { lead: since, time: format.duration(Math.max(0, second.value - at)) }
      const ms = signBy - second.value
      return { lead: ms < 0 ? over : left, time: format.duration(Math.abs(ms)) }
    },
  }
}
