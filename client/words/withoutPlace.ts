/** 额鲁特社区 in 额鲁特街道 is no 社区. */
const KIND_ALONE = /^(?:社区|嘎查|村|街道|苏木|镇|格|community|gacha|town|sumu|subdistrict|grid)?$/iu

/**
 * A name without that of the place it lies in: 学苑东社区02格 in 学苑东社区 is 02格. Unchanged where it does not begin with one of
 * them, or nothing would be left but the word for what it is.
 * @param places names that may stand before it; the longest that does counts
 */
export function withoutPlace(name: string, places: readonly string[]): string {
  const low = name.toLowerCase()
  const [place] = places.filter(each => each !== '' && low.startsWith(each.toLowerCase())).sort((a, b) => b.length - a.length)
  const rest = place === undefined ? '' : name.slice(place.length).trim()
  return KIND_ALONE.test(rest) ? name : rest
}
