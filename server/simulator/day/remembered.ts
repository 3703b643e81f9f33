import type { World } from './World.ts'
import { Recent } from '../../../shared/words/Recent.ts'

/**
 * Remembers what `make` answered for the last `keep` numbers (days, quarters of an hour) of a world. `make` is pure, so
 * forgetting changes nothing.
 */
export function remembered<T>(keep: number, make: (world: World, number: number) => T): (world: World, number: number) => T {
  const worlds = new WeakMap<World, Recent<number, T>>()
  return (world, number) => {
    let answers = worlds.get(world)
    if (!answers)
      worlds.set(world, answers = new Recent(keep))
    const answer = answers.get(number) ?? make(world, number)
    answers.set(number, answer)
    return answer
  }
}
