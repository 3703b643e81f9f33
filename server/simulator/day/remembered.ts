import type { World } from './World.ts'

/**
 * Remembers what `make` answered for the last `keep` numbers (days, quarters of an hour) of a world. `make` is pure, so
 * forgetting changes nothing.
 */
export function remembered<T>(keep: number, make: (world: World, number: number) => T): (world: World, number: number) => T {
  const worlds = new WeakMap<World, Map<number, T>>()
  return (world, number) => {
    let answers = worlds.get(world)
    if (!answers)
      worlds.set(world, answers = new Map())
    let answer = answers.get(number)
    if (answer === undefined)
      answer = make(world, number)
    else
      answers.delete(number)
    answers.set(number, answer)
    if (answers.size > keep)
      answers.delete(answers.keys().next().value!)
    return answer
  }
}
