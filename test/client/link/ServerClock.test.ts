import { expect, it } from 'vitest'
import { ServerClock } from '../../../client/link/ServerClock.ts'

it('[K6] is the server’s time, whatever this machine’s clock says, less the shortest way down', () => {
  let machine = 1_000_000
  const clock = new ServerClock(() => machine)
  expect(clock.now()).toBe(machine)
  for (const delay of [80, 20, 300]) {
    clock.hear(5_000_000 + machine - delay)
    machine += 1000
  }
  expect(clock.now()).toBe(5_000_000 + machine - 20)
})

it('[K6] follows within half a minute when a clock is set, at once after sleep', () => {
  let machine = 0
  const clock = new ServerClock(() => machine)
  clock.hear(10_000)
  clock.forget()
  clock.hear(4000)
  expect(clock.now()).toBe(4000)
  for (let second = 0; second < 30; second++) {
    machine += 1000
    clock.hear(machine + 500)
  }
  expect(clock.now()).toBe(machine + 500)
})
