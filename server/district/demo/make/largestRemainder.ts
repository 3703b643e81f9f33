/** Shares `seats` among the weights: whole parts first, then the largest remainders (earlier first when equal). */
export function largestRemainder(weights: number[], seats: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map(weight => weight * seats / total)
  const given = exact.map(Math.floor)
  const left = seats - given.reduce((sum, count) => sum + count, 0)
  exact.map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, left)
    .forEach(({ index }) => given[index] = (given[index] ?? 0) + 1)
  return given
}
