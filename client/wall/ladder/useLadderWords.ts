import { say } from '../../words/say.ts'
import { usePart } from '../../words/usePart.ts'
import en from './words/en.ts'
import zh from './words/zh.ts'
import { useFormat } from '../../words/useFormat.ts'
import { useTexts } from '../../words/useTexts.ts'

/** What the ladder's scene says, which comes with its code. */
export function useLadderWords() {
  const words = usePart({ zh, en })
  const texts = useTexts()
  const format = useFormat()

  return {
    words,
    texts,
    say,
    /** 剩 58分, 超 9分; empty while no limit runs. @param left ms */
    clock: (left: number) => Number.isFinite(left) ? `${texts.value.common.lead[left < 0 ? 'over' : 'left']} ${format.duration(Math.abs(left))}` : '',
  }
}
