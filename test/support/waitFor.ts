import { setTimeout as pause } from 'node:timers/promises'
import { inspect } from 'node:util'

/**
 * Waits until `probe` answers something truthy and returns it. An error of the probe counts as "not yet".
 * @param what the condition in words, for the message
 * @param limitMs after this the wait fails, and the message prints what was last seen
 * @param see what to print instead of the probe's last answer
 */
export async function waitFor<T>(what: string, probe: () => T | Promise<T>, limitMs = 10_000, see?: () => unknown): Promise<NonNullable<T>> {
  const deadline = performance.now() + limitMs
  let seen: unknown
  for (;;) {
    try {
      const answer = await probe()
      if (answer)
        return answer
      seen = answer
    }
    catch (error) {
      seen = error
    }
    if (performance.now() >= deadline)
      throw new Error(`waited ${limitMs} ms for: ${what}; last seen: ${inspect(seeOr(seen, see), { depth: 4 })}`)
    await pause(10)
  }
}

function seeOr(seen: unknown, see?: () => unknown): unknown {
  try {
    return see ? see() : seen
  }
  catch (error) {
    return error
  }
}
