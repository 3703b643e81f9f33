import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createApp } from 'vue'
import { MACHINE } from '../../../../client/base/useMachine.ts'
import { useCall } from '../../../../client/desk/call/call.ts'
import { useCommands } from '../../../../client/desk/matter/commands.ts'
import { FakeTimers } from '../../../support/FakeTimers.ts'

beforeEach(() => sessionStorage.clear())
afterEach(() => sessionStorage.clear())

/** A desk without a line, what its machine throws, and how long it waited before it sent again, ms. */
function desk(thrown: number) {
  const timers = new FakeTimers()
  const waits: number[] = []
  const app = createApp({})
  app.provide(MACHINE, { ...timers, chance: () => thrown, after: (ms, run) => {
    waits.push(ms)
    return timers.after(ms, run)
  } })
  app.use(createPinia())
  return { waits, commands: useCommands(), call: useCall() }
}

it.each([[0, 250], [0.5, 375], [1, 500]])('[K2] a command whose line was cut waits by the chance of its own machine: %d gives %i ms', async (thrown, waitMs) => {
  const { commands, waits } = desk(thrown)
  void commands.give('accept', 'WG-1')
  await expect.poll(() => waits).toEqual([waitMs])
})

it.each([[0, 250], [0.5, 375], [1, 500]])('[K2] so does a call: %d gives %i ms', async (thrown, waitMs) => {
  const { call, waits } = desk(thrown)
  void call.send('seat-1')
  await expect.poll(() => waits).toEqual([waitMs])
})
