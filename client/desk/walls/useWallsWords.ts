import type { NamedWall } from '../../../shared/protocol/wall/walls.ts'
import { say } from '../../words/say.ts'
import { outside } from '../../words/outside.ts'
import { usePart } from '../../words/usePart.ts'
import { useWallWords } from '../../words/useWallWords.ts'
import en from './words/en.ts'
import zh from './words/zh.ts'
import { useProjection } from '../../picture/projection.ts'
import { useTexts } from '../../words/useTexts.ts'

/** Scenes that a desk may send, as the wall's own words name them. */
export const SENT_SCENES = ['overview', 'incidents'] as const

/** What is said of named walls, which comes with their code. */
export function useWallsWords() {
  const words = usePart({ zh, en })
  const texts = useTexts()
  const { name } = useWallWords()
  const projection = useProjection()
  const sceneName = (scene: string) => {
    const known = SENT_SCENES.find(each => each === scene)
    return known ? texts.value.wall.scene[known] : words.value.unknown
  }

  return {
    words,
    say,
    sceneName,
    /** 综合态势 · 王府街道 */
    showing: ({ scene, region, grid }: Pick<NamedWall, 'scene' | 'region' | 'grid'>) => [sceneName(scene), ...grid ? [name(grid)] : region ? [name(region)] : [words.value.whole]].join(' · '),
    /** Matter or alarm that has taken a wall over, by the id that the wall knows. */
    taker(id: string) {
      const { state } = projection
      const found = state?.incident.incidents.get(id)
      if (found)
        return `${found.title ? outside(found.title) : texts.value.category.of[found.category]} ${name(state!.basis.grids[found.grid]!)}`
      return id.startsWith('sos ') ? `${texts.value.unattended.takeover.gravity.sos} ${name(id.split(' ')[1] ?? '')}` : id
    },
  }
}
