import { levelOf, regionChain } from '../../shared/words/regionCode.ts'
import { useDistrict } from '../base/district.ts'
import { useSession } from '../base/session.ts'
import { withoutPlace } from './withoutPlace.ts'
import { useTexts } from './useTexts.ts'

/** Names of places in the language of the screen. */
export function useWallWords() {
  const texts = useTexts()
  const district = useDistrict()
  const session = useSession()

  const name = (code: string) => district.name(code, session.locale)
  const short = (code: string) => name(code).replace(/(?:街道|苏木|镇| Town| Sumu| Subdistrict)$/u, '')
  const inside = (code: string) => withoutPlace(code.length > 9 ? name(code) : short(code), regionChain(code).slice(1, -1).flatMap(each => [name(each), short(each)]))

  return {
    texts,
    /** Full name of a region or grid. */
    name,
    /** A town without 镇, 苏木 or 街道. */
    short,
    /** The same, and without 社区 or 嘎查. */
    bare: (code: string) => short(code).replace(/(?<=.)(?:社区|嘎查)|(?: community| gacha)(?: grid)?/iu, ''),
    /** A region or grid as it is called inside the region above it. */
    inside,
    /** A region or grid as the maps call it: English names are long. */
    onMap: (code: string) => session.locale === 'zh' && levelOf(code) === 'town' ? name(code) : inside(code),
  }
}
