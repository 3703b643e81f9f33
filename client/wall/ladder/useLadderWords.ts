import { useI18n } from 'vue-i18n'
import { say, usePart } from '../../words/usePart.ts'
import en from '../../words/messages/en/ladder.ts'
import zh from '../../words/messages/zh/ladder.ts'
import { useFormat } from '../../words/useFormat.ts'

/** What the ladder's scene says, which comes with its code. */
export function useLadderWords() {
  const words = usePart({ zh, en })
  const { t } = useI18n()
  const format = useFormat()

  return {
    words,
    say,
    /** 剩 58分, 超 9分; empty while no limit runs. @param left ms */
    clock: (left: number) => Number.isFinite(left) ? `${t(left < 0 ? 'common.lead.over' : 'common.lead.left')} ${format.duration(Math.abs(left))}` : '',
  }
}
