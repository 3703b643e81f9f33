/**
 * A name without that of the place it lies in: 学苑东社区02格 in 学苑东社区 is 02格. Unchanged where it does not begin with one of
 * them, or would be left empty.
 * @param places names that may stand before it; the longest that does counts
 */
export function withoutPlace(name: string, places: readonly string[]): string {
  const low = name.toLowerCase()
  const [place] = places.filter(each => each !== '' && low.startsWith(each.toLowerCase())).sort((a, b) => b.length - a.length)
  const rest = place === undefined ? '' : name.slice(place.length).trim()
  return rest || name
}
